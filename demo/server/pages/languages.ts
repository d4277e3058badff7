/** The page that lists the languages of this server, with where each runs and what it can do. */
import { html } from 'hono/html';
import { editorHelp, type LanguageLine, WHERE } from '../language-table.js';
import { type Html, layout } from './layout.js';

export function languagesPage(lines: readonly LanguageLine[]): Html {
  return layout({
    title: 'Languages – code-room',
    description: 'The languages that rooms run, where each runs and what it can do.',
    body: html`<div class="wrap">
<h1 class="page-title">Languages</h1>
<p class="lead">Most run in the page itself, without a server. Others run on a <a href="/runners">server of one’s own</a>. Many more are highlighted. What is fetched comes with the first run, and stays for later visits. In WebKit, which is Safari’s engine, compiling a first program in C or C++ may take longer than the minute it has.</p>
<ul class="mt-6">${lines.map(row)}</ul>
</div>`,
  });
}

function row({ id, label, where, version, size, engines, stdin, stop, tests, packages, missing }: LanguageLine): Html {
  const { writing, formatting } = editorHelp(id);
  const facts: [string, string][] = [
    ['Runs', WHERE[where]],
    ['Version', version],
    ['Fetched', size],
    ['Engines', engines],
    ['Input', stdin],
    ['Stop', stop],
    ['Tests', tests],
    ['While writing', writing],
    ['Formatter', formatting],
    ['Packages', packages],
    ['Missing', missing],
  ];
  return html`<li class="border-t border-line py-4 sm:grid sm:grid-cols-[9rem_1fr] sm:gap-6">
<h2 class="font-semibold">${label}</h2>
<dl class="grid grid-cols-[7rem_1fr] gap-x-4 gap-y-1 text-[0.9375rem] max-sm:mt-2">${facts
    .filter(([, text]) => text !== '')
    .map(([name, text]) => html`<dt class="text-quiet">${name}</dt><dd class="min-w-0">${text}</dd>`)}</dl>
</li>`;
}
