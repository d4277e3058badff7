/** The page in the lobby, and the text about what a room stores. */
import { html } from 'hono/html';
import { LOG_WORDS } from '../../../party/shared/activity.js';
import type { Help } from '../../../party/shared/help.js';
import type { Html } from './layout.js';

/** Each check of the page's script: its name, and what to do if it fails. */
const CHECKS = {
  connection: ['Connection', 'Allow WebSockets in your proxy or VPN, or try another network.'],
  workers: ['Programs can run', 'Use a current Chrome, Edge, Firefox or Safari, without its strictest security mode.'],
  storage: [
    'Unsent edits survive a crash',
    'Use a window that is not private. Everything works here too, but keep this page open.',
  ],
  clipboard: ['Copy buttons work', 'Open the page over https. Ctrl C works in any case.'],
} as const;

/** How much the editor will help. */
const HELP: Record<Help, string> = {
  none: 'In this room the editor does not help: no completion, no errors while typing, no formatting.',
  basic: 'In this room the editor completes words and keywords and closes brackets, and that is all.',
  full: 'In this room the editor completes, shows errors while you type, and formats.',
};

export function waitingPanel(): Html {
  return html`<section id="waiting" hidden aria-labelledby="waiting-title" class="mx-auto grid max-w-xl gap-6 px-4 py-12">
<div>
<h2 id="waiting-title" tabindex="-1" class="text-2xl font-semibold tracking-tight">You are in the waiting room</h2>
<p class="mt-2 text-quiet" role="status">The interviewer sees that you are here and lets you in. The room opens by itself.</p>
</div>
<form id="waiting-form" class="flex max-w-sm items-end gap-2"><label class="field grow">Your name<input id="waiting-name" maxlength="64" autocomplete="nickname" placeholder="Guest"></label><button class="button-small min-h-11">Tell the interviewer</button></form>
<div>
<h3 class="font-semibold">Is this computer ready?</h3>
<ul class="mt-2 grid gap-2 text-[0.9375rem]">${Object.entries(CHECKS).map(
    ([id, [name, advice]]) => html`<li data-check="${id}" class="grid grid-cols-[6rem_1fr] gap-x-3">
<span class="text-quiet" data-outcome>Checking…</span><span>${name}<span class="block text-sm text-alarm" data-advice hidden>${advice}</span></span></li>`,
  )}</ul>
${Object.entries(HELP).map(([help, words]) => html`<p data-help="${help}" hidden class="mt-3 text-sm text-quiet">${words}</p>`)}
<p class="mt-3 text-sm text-quiet">Downloading what is needed to run code.</p>
</div>
${kept(html`h3`)}
</section>`;
}

/** The same for candidates and interviewers; `heading` has the right level for its place. */
export function kept(heading: Html): Html {
  return html`<div class="text-sm text-quiet">
<${heading} class="font-semibold text-ink">What this room keeps</${heading}>
<p class="mt-1 text-pretty">The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again. It is deleted <span data-until>some time after its last use</span>, or earlier by an interviewer. ${Object.entries(LOG_WORDS).map(([log, words]) => html`<span data-log="${log}" hidden>${words}</span>`)} No audio or video, no cookies, no IP address; nothing is shared with anyone else.</p>
</div>`;
}
