/** The report page, for interviewers: to read, to print, and to take along. */
import { html } from 'hono/html';
import { heard, speech, t, translated, type Word, type Words } from '../../../components/wording/words.js';
import { type Report, reportParts } from '../../../party/commands/report.js';
import { href, pageLocale } from '../spoken.js';
import { type Html, layout, logo } from './layout.js';
import { localeMenu } from './locale-menu.js';
import { markdown } from './markdown.js';
import { panel } from './message-page.js';

const WITHOUT_SCRIPTS = {
  title: 'The report needs JavaScript',
  text: 'Allow it for this page and load it again.',
} satisfies Words;

export function reportPage(id: string): Html {
  return layout({
    title: `${t('Report')} – code-room`,
    bare: true,
    // As on the room's page: the key is removed from the URL before anything else loads.
    head: html`<meta name="robots" content="noindex">
<script src="/report.js"></script>`,
    body: html`<header class="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5 sm:px-4">
<a href="${href('/')}" aria-label="${t('code-room, front page')}" class="rounded-lg">${logo()}</a>
<h1 id="title" class="min-w-0 truncate text-[0.9375rem] font-semibold">${t('Report')}</h1>
<div class="ms-auto flex flex-wrap items-center gap-1.5">
<a href="${href(`/r/${id}/report`)}" data-version="" class="button-quiet">${t('For interviewers')}</a>
<a href="${href(`/r/${id}/report?for=candidate`)}" data-version="candidate" class="button-quiet">${t('For the candidate')}</a>
<button type="button" id="print" class="button-small">${t('Print')}</button>
<button type="button" class="button-small" data-take="report">Markdown</button>
<button type="button" class="button-small" data-take="reportJson">JSON</button>
</div>
</header>
<main id="report" class="min-h-0 grow overflow-auto">
<div id="text" class="mx-auto max-w-3xl px-4 py-6"><p role="status" class="text-quiet">${t('The report is being written…')}</p></div>
<div class="mx-auto max-w-3xl px-4 pb-6">${localeMenu()}</div>
<noscript>${panel(WITHOUT_SCRIPTS)}</noscript>
<div id="trouble" hidden>${panel({ title: 'This report cannot be shown' satisfies Word, text: '' })}</div>
</main>`,
  });
}

/** A fragment for HTMX, in the language of the page. */
export function reportText(report: Report): Html {
  const { lang, dir } = pageLocale();
  const parts = reportParts(report, { t, translated, heard, tag: speech.now?.tag });
  return html`<article class="report" lang="${lang}" dir="${dir}">${parts.map((part) => markdown(part, true))}</article>`;
}
