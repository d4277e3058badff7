/** The room's page: the element, below a bar with the place and one's role. */
import { html } from 'hono/html';
import { t, translated, type Word, type Words } from '../../../components/wording/words.js';
import { href } from '../spoken.js';
import { type Html, layout, logo } from './layout.js';
import { localeMenu } from './locale-menu.js';
import { type PageMessage, panel, ROOM_DELETED, ROOM_GONE } from './message-page.js';
import { aiWords, kept, waitingPanel } from './waiting.js';

/** Refusals; the page's script shows the one that applies. */
const REFUSALS = {
  missing: {
    title: 'This link is incomplete',
    text: 'The part after the # is missing: it is the key to the room, and this browser does not remember it. Open the complete link, or ask the person who sent it.',
  },
  wrong: {
    title: 'This link does not open the room',
    text: 'It may have been replaced by a newer one. Ask the person who sent it.',
  },
  over: {
    title: 'This interview has ended',
    text: 'Nobody new can join. If you took part, open the link in the browser you used then: there you can download your code.',
  },
} satisfies Record<string, PageMessage & Words>;

/** The room says why. */
const AWAY = { title: 'You are not in the room' satisfies Word, text: '' };

const WITHOUT_SCRIPTS = {
  title: 'This room needs JavaScript',
  text: 'Allow it for this page and load it again.',
} satisfies Words;

const ROLES = {
  interviewer: 'You are the interviewer',
  candidate: 'You are the candidate',
  observer: 'You are observing',
  assistant: 'You are the assistant',
} satisfies Words;

export function roomPage(id: string, packages?: string): Html {
  return layout({
    title: 'code-room',
    bare: true,
    // The first script removes the key from the URL; it must run before anything else, so it is not a module.
    head: html`<meta name="robots" content="noindex">
<script src="/room.js"></script>
<script type="module" src="/code-room.js"></script>`,
    body: html`<header class="flex h-12 shrink-0 items-center gap-3 border-b border-line px-3 sm:px-4">
<a href="${href('/')}" aria-label="${t('code-room, front page')}" class="rounded-lg">${logo()}</a>
<h1 id="title" dir="auto" class="min-w-0 truncate text-[0.9375rem] font-semibold">${t('Room')}</h1>
<p class="ms-auto shrink-0 text-sm text-quiet max-sm:sr-only" role="status">${Object.entries(ROLES).map(
      ([role, words]) => html`<span data-role-words="${role}" hidden>${translated(words)}</span>`,
    )}</p>
<button type="button" class="button-quiet shrink-0 max-sm:ms-auto" popovertarget="kept">${t('What is kept')}</button>
<button type="button" id="desk-button" class="button-small shrink-0" aria-controls="side" aria-expanded="false" hidden><span class="max-sm:sr-only">${t('Interviewer panel')}</span><span aria-hidden="true" class="sm:hidden">${t('Panel')}</span></button>
</header>
<div id="kept" popover role="dialog" aria-label="${t('What is kept')}" class="card m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] overflow-auto p-5">
${kept(html`h2`)}
${aiWords()}
<p id="link-kept" hidden class="mt-3 text-sm text-pretty text-quiet">${t('This browser remembers your link, so that you can open the room again. On a shared computer, forget the room when you have finished.')}</p>
<div class="mt-4 flex flex-wrap gap-2"><button type="button" class="button-small" data-take="home" data-for="candidate" hidden>${t('Download my code, results and log')}</button>
<button type="button" class="button-small" data-take="mine" data-for="candidate" hidden>${t('Download my activity log')}</button>
<button type="button" class="button-small" id="forget">${t('Forget this room')}</button>
<button type="button" class="button-small" popovertarget="kept" popovertargetaction="hide">${t('Close')}</button></div>
<div class="mt-4 border-t border-line pt-3">${localeMenu()}</div>
</div>
<section id="ended" hidden aria-label="${t('The interview has ended')}" class="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-wash px-4 py-2.5 text-sm">
<p class="me-auto"><strong>${t('The interview has ended.')}</strong> <span data-for="candidate" hidden>${t('Download what you did: your code, its results, and the log of what you wrote.')}</span></p>
<button type="button" class="button-small bg-card" data-take="home" data-for="candidate" hidden>${t('Download my code, results and log')}</button>
<span data-for="interviewer" hidden class="flex flex-wrap gap-2"><a href="${href(`/r/${id}/replay`)}" target="_blank" rel="opener" class="button-small bg-card">${t('Watch the replay')}</a>
<a href="${href(`/r/${id}/report`)}" target="_blank" rel="opener" class="button-small bg-card">${t('Read the report')}</a>
<button type="button" class="button-small bg-card" data-take="replay">${t('Replay file')}</button>
<button type="button" class="button-small bg-card" data-take="report">${t('Report')}</button></span>
</section>
<form id="ask-name" hidden aria-label="${t('Name')}" class="flex flex-wrap items-center gap-2 border-b border-line bg-wash px-4 py-1.5 text-sm">
<label class="contents"><span class="max-sm:w-full">${t('What should the others call you?')}</span><input maxlength="64" autocomplete="nickname" dir="auto" placeholder="${t('Name')}" class="min-h-8 w-44 min-w-0 rounded-lg border border-edge bg-card px-2.5 text-base text-ink placeholder:text-quiet max-sm:grow"></label>
<button class="button-small bg-card">${t('Save')}</button>
<button type="button" class="button-quiet min-h-8">${t('Skip')}</button>
</form>
<p id="arrived" hidden role="status" tabindex="-1" class="border-b border-line bg-wash px-4 py-2 text-sm"><strong>${t('You are in the room.')}</strong> ${t('From here on the others see what you write. What you tried before is forgotten.')}</p>
<main class="relative min-h-0 grow overflow-auto">
<noscript>${panel(WITHOUT_SCRIPTS)}</noscript>
<code-room id="room"${packages && html` packages="${packages}"`}><p class="fallback">${t('This room needs a browser of 2023 or newer. Update this one, or open the link in another.')}</p></code-room>
${waitingPanel()}
${Object.entries({ ...REFUSALS, gone: ROOM_GONE, deleted: ROOM_DELETED, away: AWAY }).map(
  ([refusal, message]) =>
    html`<div data-refusal="${refusal}" hidden>${panel(message)}<p data-about class="-mt-14 pb-14 text-center text-xs text-quiet"></p></div>`,
)}
<div id="refusal-language" hidden class="mx-auto flex max-w-md justify-center px-4 pb-8">${localeMenu()}</div>
</main>`,
  });
}
