/** The page in the waiting room: what is awaited, a room to try everything in, the checks, and the text about what a room stores. */
import { html } from 'hono/html';
import { rich } from '../../../components/wording/rich.js';
import { t, translated, type Word, type Words } from '../../../components/wording/words.js';
import { ACTIVITY_NOTICES } from '../../../party/shared/activity.js';
import type { AiRule } from '../../../party/shared/ai-rule.js';
import type { Help } from '../../../party/shared/help.js';
import type { Html } from './layout.js';
import { localeMenu } from './locale-menu.js';

const LANGUAGE_RUNS = '{language} runs' satisfies Word;

/** Each check of the page's script: its name, and what to do if it fails. */
const CHECKS = {
  connection: [
    'Connection to the room',
    'The server answers, but WebSockets do not get through. Allow them in your proxy or VPN, or try another network.',
  ],
  workers: [
    'Programs run beside the page',
    'This browser has no workers. Use a current Chrome, Edge, Firefox or Safari.',
  ],
  webassembly: [
    'WebAssembly, for Python, SQL and C++',
    'This browser does not allow it. Turn off its strictest mode for this page (on Apple devices: Lockdown Mode), or use another browser.',
  ],
  sandbox: [
    'The sandbox for programs',
    'Its frame did not open. Turn off what blocks frames or scripts on this page, then reload it.',
  ],
  language: [LANGUAGE_RUNS, 'It could not be loaded. Reload the page.'],
  storage: [
    'Unsent edits survive a crash',
    'Use a window that is not private. Everything works here too, but keep this page open.',
  ],
  clock: [
    'The clock is right',
    'Set it in the settings of this computer. Nothing goes wrong in the room, which has a clock of its own; but the times you read here would not be those of the others.',
  ],
  screen: [
    'The window is large enough',
    'Make it wider, or turn the device: then code and output stand side by side. Everything works here too.',
  ],
  clipboard: ['Copy buttons work', 'Open the page over https. Ctrl C works in any case.'],
} as const satisfies Record<string, readonly Word[]>;

/** How much the editor will help. */
const HELP = {
  none: 'In this room the editor does not help: no completion, no errors while typing, no formatting.',
  basic: 'In this room the editor completes words and keywords and closes brackets, and that is all.',
  full: 'In this room the editor completes, shows errors while you type, and formats.',
} satisfies Record<Help, string> satisfies Words;

/** What somebody waits for. */
const AWAITED = {
  lobby: 'An interviewer sees that you are here and lets you in. The room opens by itself.',
  rehearsal: 'No interviewer is here yet. The room opens by itself as soon as one is.',
  connection: 'The connection to the room is not there yet. The room opens by itself when it is.',
} satisfies Words;

/** Whether AI may be used. */
const AI = {
  off: 'AI is off in this room: please work without it.',
  allowed:
    'AI is allowed in this room. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.',
  required:
    'Working with AI is part of this interview. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.',
} satisfies Record<AiRule, string> satisfies Words;

/** The page's script shows the one that applies. */
export function aiWords(): Html {
  return html`${Object.entries(AI).map(([rule, words]) => html`<p data-ai="${rule}" hidden class="mt-3 text-sm">${translated(words)}</p>`)}`;
}

/** The page’s script writes the name of the room’s language. */
function checkName(name: string): unknown {
  return name === LANGUAGE_RUNS
    ? rich(LANGUAGE_RUNS, { language: html`<span data-language>${t('The language')}</span>` })
    : translated(name);
}

export function waitingPanel(): Html {
  return html`<section id="waiting" hidden aria-labelledby="waiting-title" class="mx-auto grid max-w-[84rem] grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 px-4 py-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
<div>
<h2 id="waiting-title" tabindex="-1" class="text-2xl font-semibold tracking-tight">${t('You are in the waiting room')}</h2>
<p class="mt-2 text-quiet" role="status">${Object.entries(AWAITED).map(
    ([what, words]) => html`<span data-awaited="${what}" hidden>${translated(words)} </span>`,
  )}<span data-expected hidden></span></p>
<form id="waiting-form" class="mt-5 flex max-w-sm items-end gap-2"><label class="field grow">${t('Your name')}<input id="waiting-name" maxlength="64" autocomplete="nickname" placeholder="${t('Guest')}" dir="auto"></label><button class="button-small min-h-11">${t('Save')}</button></form>
</div>
<section id="scratch" hidden aria-labelledby="scratch-title" class="lg:col-start-2 lg:row-span-2 lg:row-start-1">
<h3 id="scratch-title" class="font-semibold">${t('Try everything here')}</h3>
<p class="mt-1 text-[0.9375rem] text-pretty text-quiet">${t('This is a room of your own, on this computer only. Nobody sees what you write and run in it, and it is forgotten when the interview starts.')}</p>
<div id="scratch-place" class="mt-3"></div>
</section>
<div class="grid content-start gap-6">
<div>
<h3 class="font-semibold">${t('Is this computer ready?')}</h3>
<p class="text-[0.9375rem] text-quiet" role="status" data-summary>${t('Checking…')}</p>
<ul class="mt-2 grid gap-2 text-[0.9375rem]">${Object.entries(CHECKS).map(
    ([id, [name, advice]]) => html`<li data-check="${id}" class="grid grid-cols-[6rem_1fr] gap-x-3">
<span class="text-quiet" data-outcome>${t('Checking…')}</span><span>${checkName(name)}<span class="block text-sm text-alarm" data-advice hidden>${translated(advice)}</span></span></li>`,
  )}</ul>
${Object.entries(HELP).map(([help, words]) => html`<p data-help="${help}" hidden class="mt-3 text-sm text-quiet">${translated(words)}</p>`)}
${aiWords()}
</div>
${kept(html`h3`)}
${localeMenu()}
</div>
</section>`;
}

/** The same for candidates and interviewers; `heading` has the right level for its place. */
export function kept(heading: Html): Html {
  return html`<div class="text-sm text-quiet">
<${heading} class="font-semibold text-ink">${t('What this room keeps')}</${heading}>
<p class="mt-1 text-pretty">${t('The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again.')} <span data-until>${t('It is deleted some time after its last use, or earlier by an interviewer.')}</span> ${Object.entries(ACTIVITY_NOTICES).map(([log, words]) => html`<span data-log="${log}" hidden>${translated(words)}</span>`)} ${t('No audio or video, no cookies, no IP address; nothing is shared with anyone else.')}</p>
</div>`;
}
