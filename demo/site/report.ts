/** Script of the report page: removes the key from the URL first, then loads the report. */
import { heard, t } from '../../components/wording/words.js';
import { offerDownloads } from './downloads.js';
import { htmx } from './htmx.js';
import { AccessRefused, RoomAccess } from './room-access.js';
import { takeKey } from './room-key.js';
import { speakAsPage } from './words.js';

/** An HTMX request, as in its events. */
interface Sent {
  ctx: { fetch?: typeof fetch; response?: { raw?: Response } };
}

speakAsPage();

const version = new URLSearchParams(location.search).get('for') === 'candidate' ? '?for=candidate' : '';
const key = takeKey();
const access = new RoomAccess(key);

addEventListener('hashchange', () => location.reload());

document.addEventListener('DOMContentLoaded', () => {
  for (const link of document.querySelectorAll<HTMLElement>('[data-version]'))
    if (link.dataset.version === version.slice('?for='.length)) link.ariaCurrent = 'page';
  document.getElementById('print')?.addEventListener('click', () => print());
  offerDownloads(access, version);
  show().catch((error: unknown) => {
    say(error instanceof AccessRefused ? heard(error.message) : t('The report could not be loaded. Reload the page.'));
  });
});

async function show(): Promise<void> {
  if (!key.secret)
    return say(t('Open the interviewer link first, then choose “Read the report” in the interviewer panel.'));
  const [text, token] = [document.getElementById('text'), await access.token()];
  if (!text) return;
  text.setAttribute('hx-get', `/r/${key.room}/report/text${version}`);
  text.setAttribute('hx-trigger', 'load');
  text.addEventListener('htmx:config:request', (event) => {
    (event as CustomEvent<Sent>).detail.ctx.fetch = async (address, request) => {
      const headers = new Headers(request?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      const answer = await fetch(address, { ...request, headers });
      // A failing server, or a proxy before it, may say nothing, or a whole page.
      if (answer.status >= 500) say(t('The server does not answer. Check the connection and reload the page.'));
      else if (!answer.ok) say(await answer.clone().text());
      return answer;
    };
  });
  text.addEventListener('htmx:error', () =>
    say(t('The server does not answer. Check the connection and reload the page.')),
  );
  htmx.process(text);
}

function say(sentence: string): void {
  document.getElementById('text')?.setAttribute('hidden', '');
  const trouble = document.getElementById('trouble');
  const words = trouble?.querySelector('p');
  if (!trouble || !words) return;
  words.textContent = sentence;
  trouble.hidden = false;
}
