/** The report page, for interviewers: to read, to print, and to take along. */
import { html } from 'hono/html';
import { type Html, layout, logo } from './layout.js';
import { markdown } from './markdown.js';
import { panel } from './message.js';

export function reportPage(id: string): Html {
  return layout({
    title: 'Report – code-room',
    bare: true,
    // As on the room's page: the key is removed from the URL before anything else loads.
    head: html`<meta name="robots" content="noindex">
<script src="/report.js"></script>`,
    body: html`<header class="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5 sm:px-4">
<a href="/" aria-label="code-room, front page" class="rounded-lg">${logo()}</a>
<h1 id="title" class="min-w-0 truncate text-[0.9375rem] font-semibold">Report</h1>
<div class="ml-auto flex flex-wrap items-center gap-1.5">
<a href="/r/${id}/report" data-version="" class="button-quiet">For interviewers</a>
<a href="/r/${id}/report?for=candidate" data-version="candidate" class="button-quiet">For the candidate</a>
<button type="button" id="print" class="button-small">Print</button>
<button type="button" class="button-small" data-take="report">Markdown</button>
<button type="button" class="button-small" data-take="reportJson">JSON</button>
</div>
</header>
<main id="report" class="min-h-0 grow overflow-auto">
<div id="text" class="mx-auto max-w-3xl px-4 py-6"><p role="status" class="text-quiet">The report is being written…</p></div>
<noscript>${panel({ title: 'The report needs JavaScript', text: 'Allow it for this page and load it again.' })}</noscript>
<div id="trouble" hidden>${panel({ title: 'This report cannot be shown', text: '' })}</div>
</main>`,
  });
}

/** A fragment for HTMX. */
export function reportText(parts: readonly string[]): Html {
  return html`<article class="report">${parts.map((part) => markdown(part, true))}</article>`;
}
