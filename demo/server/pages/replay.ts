/** The replay page, for interviewers. */
import { html } from 'hono/html';
import { t, type Word, type Words } from '../../../components/wording/words.js';
import { href } from '../spoken.js';
import { type Html, layout, logo } from './layout.js';
import { localeMenu } from './locale-menu.js';
import { panel } from './message-page.js';

const WITHOUT_SCRIPTS = {
  title: 'The replay needs JavaScript',
  text: 'Allow it for this page and load it again.',
} satisfies Words;

/** `needsKey`: making rooms does, and so does going on in one. */
export function replayPage(id: string, needsKey: boolean): Html {
  return layout({
    title: `${t('Replay')} – code-room`,
    bare: true,
    // As on the room's page: the key is removed from the URL before anything else loads.
    head: html`<meta name="robots" content="noindex">
<script src="/replay.js"></script>`,
    body: html`<header class="flex h-12 shrink-0 items-center gap-3 border-b border-line px-3 sm:px-4">
<a href="${href('/')}" aria-label="${t('code-room, front page')}" class="rounded-lg">${logo()}</a>
<h1 id="title" class="min-w-0 truncate text-[0.9375rem] font-semibold">${t('Replay')}</h1>
<a href="${href(`/r/${id}`)}" class="quiet-link ms-auto shrink-0 text-sm">${t('Open the room')}</a>
</header>
<section id="tools" hidden aria-label="${t('This replay')}" class="flex shrink-0 flex-wrap items-center gap-2 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:*:shrink-0 border-b border-line px-3 py-1.5 sm:px-4">
<button type="button" id="copy-moment" class="button-small">${t('Copy link to this moment')}</button>
<form id="continue" class="flex items-center gap-2">${needsKey && html`<label class="flex items-center gap-2 text-sm">${t('Key')}<input name="key" type="password" required autocomplete="off" class="min-h-8 w-32 rounded-lg border border-edge bg-card px-2 text-sm pointer-coarse:text-base"></label>`}<button class="button-small">${t('Continue from here as a new room')}</button></form>
<button type="button" class="button-small" data-take="replay" title="${t('What everybody in the room could read, to pass on')}">${t('Replay file')}</button>
<button type="button" class="button-small" data-take="replay-private" title="${t('With notes, moments, hidden tests and the interviewers’ chat')}">${t('Replay file with notes')}</button>
<a href="/player.html" download class="button-small" title="${t('A page that plays replay files from your disk, without a server')}">${t('Player for your disk')}</a>
<p id="told" role="status" class="text-sm text-quiet"></p>
</section>
<main id="replay" class="min-h-0 grow">
<p role="status" class="p-6 text-quiet">${t('Downloading the replay…')}</p>
<noscript>${panel(WITHOUT_SCRIPTS)}</noscript>
<div id="trouble" hidden>${panel({ title: 'This replay cannot be shown' satisfies Word, text: '' })}<div class="mx-auto flex max-w-md justify-center px-4 pb-8">${localeMenu()}</div></div>
</main>`,
  });
}
