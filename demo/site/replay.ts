/** Script of the replay page: removes the key from the URL first, then loads replay and player. */
import type { CodeRoomReplay } from '../../components/code-room-replay.js';
import { momentHash, startPositionIn } from '../../components/replay/clock-text.js';
import { heard, t } from '../../components/wording/words.js';
import { requestRoom } from './continue-room.js';
import { offerDownloads } from './downloads.js';
import { rememberRoom } from './remembered-rooms.js';
import { AccessRefused, RoomAccess } from './room-access.js';
import { takeKey } from './room-key.js';
import { keepingLocale, speakAsPage } from './words.js';

speakAsPage();

const moment = startPositionIn(location.hash);
const roomKey = takeKey();
// Of the address only the key has to go: a reload begins at the same moment.
if (moment !== null) showMoment(moment);
const access = new RoomAccess(roomKey);
let player: CodeRoomReplay | undefined;

addEventListener('hashchange', () => {
  const asked = startPositionIn(location.hash);
  if (asked === null || !player) location.reload();
  else player.seek(asked);
});

document.addEventListener('DOMContentLoaded', () => {
  play().catch((error: unknown) => {
    say(
      error instanceof AccessRefused ? heard(error.message) : t('The replay could not be downloaded. Reload the page.'),
    );
  });
});

async function play(): Promise<void> {
  if (!roomKey.secret)
    return say(t('Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.'));
  const answer = await access.ask('/replay?private=1');
  if (answer.status === 403)
    return say(
      t(
        'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.',
      ),
    );
  if (!answer.ok) return say(heard(((await answer.json()) as { detail: string }).detail));
  const file = await answer.blob();
  // The player is only loaded on this page.
  const address = '/code-room.js';
  const { defineReplay }: { defineReplay(): Promise<void> } = await import(address);
  await defineReplay();
  const { title = '' } = (await access.facts()) ?? {};
  const heading = document.getElementById('title');
  if (heading && title) heading.textContent = t('Replay: {title}', { title });
  player = Object.assign(document.createElement('code-room-replay'), { file });
  if (moment !== null) player.seek(moment);
  document.getElementById('replay')?.replaceChildren(player);
  offerTools(player, title);
}

function offerTools(player: CodeRoomReplay, title: string): void {
  const tools = document.getElementById('tools');
  if (tools) tools.hidden = false;
  offerDownloads(access);
  document.getElementById('copy-moment')?.addEventListener('click', () => void copyMoment(player));
  const form = document.getElementById('continue') as HTMLFormElement | null;
  form?.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [button, makerKey] = [form.querySelector('button'), form.querySelector('input')];
    if (button) button.disabled = true;
    tell(await continueFrom(player, title, makerKey?.value ?? ''));
    if (button) button.disabled = false;
  });
}

/** Without the key: whoever opens it needs a link of their own. */
async function copyMoment(player: CodeRoomReplay): Promise<void> {
  const link = `${location.origin}${location.pathname}${momentHash(player.position)}`;
  try {
    await navigator.clipboard.writeText(link);
    tell(t('Copied. It opens for interviewers of this room.'));
  } catch {
    // Without a secure context or permission the address has it.
    showMoment(player.position);
    tell(t('The address of this page now leads here.'));
  }
}

function showMoment(ms: number): void {
  history.replaceState(history.state, '', `${location.pathname}${location.search}${momentHash(ms)}`);
}

/** A room with the files as they are at this moment. Resolves with a sentence where that does not work. */
async function continueFrom(player: CodeRoomReplay, title: string, makerKey: string): Promise<string> {
  const made = await requestRoom(title, player.files, makerKey);
  if (typeof made === 'string') return made;
  const { id, links, title: continued } = made;
  rememberRoom(id, { title: continued, links, madeAt: Date.now(), undismissed: true });
  location.assign(keepingLocale(links.interviewer));
  return '';
}

function tell(sentence: string): void {
  const told = document.getElementById('told');
  if (told) told.textContent = sentence;
}

function say(sentence: string): void {
  document.querySelector('#replay [role="status"]')?.remove();
  const trouble = document.getElementById('trouble');
  const words = trouble?.querySelector('p');
  if (!trouble || !words) return;
  words.textContent = sentence;
  trouble.hidden = false;
}
