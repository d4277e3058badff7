/** The replay page, for interviewers. */
import { html } from 'hono/html';
import { type Html, layout, logo } from './layout.js';
import { panel } from './message.js';

export function replayPage(id: string): Html {
  return layout({
    title: 'Replay – code-room',
    bare: true,
    // As on the room's page: the key is removed from the URL before anything else loads.
    head: html`<meta name="robots" content="noindex">
<script src="/replay.js"></script>`,
    body: html`<header class="flex h-12 shrink-0 items-center gap-3 border-b border-line px-3 sm:px-4">
<a href="/" aria-label="code-room, front page" class="rounded-lg">${logo()}</a>
<h1 id="title" class="min-w-0 truncate text-[0.9375rem] font-semibold">Replay</h1>
<a href="/r/${id}" class="quiet-link ml-auto shrink-0 text-sm">Open the room</a>
</header>
<main id="replay" class="min-h-0 grow">
<p role="status" class="p-6 text-quiet">Downloading the replay…</p>
<noscript>${panel({ title: 'The replay needs JavaScript', text: 'Allow it for this page and load it again.' })}</noscript>
<div id="trouble" hidden>${panel({ title: 'This replay cannot be shown', text: '' })}</div>
</main>`,
  });
}
