/** The room: the element as high as the window, under one line that says where you are and as whom. */
import { html } from 'hono/html';
import { type Html, layout, logo } from './layout.js';
import { linkRow } from './make.js';
import { panel, ROOM_GONE } from './message.js';

/** What may keep a person out; the page's script shows the one that applies. */
const REFUSALS = {
  missing: {
    title: 'This link is not complete',
    text: 'The part after the # is missing, and it is the key to the room. Open the whole link, or ask the person who sent it.',
  },
  wrong: {
    title: 'This link does not open the room',
    text: 'It may have been replaced by a newer one. Ask the person who sent it.',
  },
  gone: ROOM_GONE,
};

export type Refusal = keyof typeof REFUSALS;

const ROLES = {
  interviewer: 'You interview',
  candidate: 'You are the candidate',
  observer: 'You watch',
};

export function roomPage(): Html {
  return layout({
    title: 'code-room',
    bare: true,
    // The first script takes the key out of the address; it must run before anything else, so it is no module.
    head: html`<meta name="robots" content="noindex">
<script src="/room.js"></script>
<script type="module" src="/code-room.js"></script>`,
    body: html`<header class="flex h-12 shrink-0 items-center gap-3 border-b border-line px-3 sm:px-4">
<a href="/" aria-label="code-room, front page" class="rounded-lg">${logo()}</a>
<h1 id="title" class="min-w-0 truncate text-[0.9375rem] font-semibold">Room</h1>
<p class="ml-auto shrink-0 text-sm text-quiet" role="status">${Object.entries(ROLES).map(
      ([role, words]) => html`<span data-role-words="${role}" hidden>${words}</span>`,
    )}</p>
<button id="share-button" class="button-small" popovertarget="share" hidden>Share</button>
</header>
<div id="share" popover role="dialog" aria-labelledby="share-title" class="card m-auto w-[min(44rem,calc(100vw-2rem))] p-5">
<h2 id="share-title" class="text-lg font-semibold tracking-tight">Links to this room</h2>
<p class="mt-1 text-sm text-quiet">Only this tab still knows them, until you close it.</p>
<ul class="-mx-3 mt-3 grid gap-1">${(['candidate', 'observer', 'interviewer'] as const).map((role) => linkRow(role, ''))}</ul>
</div>
<main class="min-h-0 grow">
<noscript>${panel({ title: 'This room needs JavaScript', text: 'Allow it for this page and load it again.' })}</noscript>
<code-room id="room"><p class="fallback">This room needs a browser of 2023 or newer. Update this one, or open the link in another.</p></code-room>
${Object.entries(REFUSALS).map(
  ([refusal, message]) => html`<div data-refusal="${refusal}" hidden>${panel(message)}</div>`,
)}
</main>`,
  });
}
