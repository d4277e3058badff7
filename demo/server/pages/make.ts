/** The form for a new room, and the links that replace it. */
import { html, raw } from 'hono/html';
import { runnableLanguages } from '../../../components/runner/languages/registry.js';
import { heard, t, translated, type Words } from '../../../components/wording/words.js';
import { TEMPLATES, type Template, type TemplateId } from '../../../party/http/templates.js';
import type { ActivityLevel } from '../../../party/shared/activity.js';
import type { AiRule } from '../../../party/shared/ai-rule.js';
import type { Help } from '../../../party/shared/help.js';
import { LANGUAGES } from '../../../party/shared/languages.js';
import { ROLES, type Role } from '../../../party/shared/roles.js';
import { href } from '../spoken.js';
import { type Html, unreachable } from './layout.js';
import { choice, type QuestionLine, searchFields } from './library.js';

/** The form's values, as typed; a refused form is filled in with them. */
export interface MakeForm {
  title: string;
  language: string;
  code: string;
  brief: string;
  /** Id of a template; empty for none. */
  template: string;
  retentionHours: string;
  /** Ids of questions in the library. */
  questions: string[];
  /** How much the editor helps. */
  help: string;
  /** What the activity log notes. */
  log: string;
  /** Whether people may use AI. */
  ai: string;
  /** `on`, as browsers send a ticked checkbox. */
  lobby: string;
  /** The same. */
  rehearsal: string;
}

const EMPTY_FORM: MakeForm = {
  title: '',
  language: 'python',
  code: '',
  brief: '',
  template: '',
  retentionHours: '720',
  help: 'full',
  log: 'off',
  ai: 'off',
  lobby: '',
  rehearsal: '',
  questions: [],
};

export interface Made {
  id: string;
  links: Partial<Record<Role, string>>;
}

const RUNNABLE = runnableLanguages();
const RETENTION = {
  '24': 'a day after its last use',
  '168': 'a week after its last use',
  '720': '30 days after its last use',
  '8760': 'a year after its last use',
} satisfies Words;

const HELP = {
  full: 'All tools: completion, errors while typing, formatting',
  basic: 'Words, keywords and brackets',
  none: 'No help',
} satisfies Record<Help, string> satisfies Words;

const LOG = {
  off: 'No log',
  minimal: 'How much is pasted from outside or comes at once',
  full: 'Also in which line, and leaving the page for long',
} satisfies Record<ActivityLevel, string> satisfies Words;

const AI = {
  off: 'Off: everybody works without it',
  allowed: 'Allowed, in the sight of everybody',
  required: 'Required: working with it is part of the interview',
} satisfies Record<AiRule, string> satisfies Words;

/** What the API says of fields as this form may send them. */
export const FAULTS = {
  language: 'Choose one of the listed languages, such as "python".',
  halves: 'Send text without broken (half) characters.',
  retention: 'Keep a room for at least 1 hour.',
} satisfies Words;

interface MakeOptions {
  /** Languages that the host runs beside those of every page. */
  added: readonly string[];
  /** Creating rooms requires the server's key. */
  needsKey: boolean;
  form?: MakeForm;
  /** Why the form was refused, as a sentence in English. */
  error?: string | undefined;
  /** Faults of single fields, by name. */
  errors?: Partial<Record<string, string>>;
  /** The chosen questions. */
  chosen?: readonly QuestionLine[];
  /** Ids of chosen questions that cannot be shown. */
  unread?: readonly string[];
}

export function makeForm(options: MakeOptions): Html {
  const { added, needsKey, form = EMPTY_FORM, error, errors = {}, chosen = [], unread = [] } = options;
  const runnable = [...RUNNABLE, ...added.filter((id) => id in LANGUAGES && !RUNNABLE.includes(id))];
  const invalid = (name: string) => errors[name] && raw(` aria-invalid="true" aria-describedby="${name}-error"`);
  const wrong = (name: string) =>
    errors[name] &&
    html`<span role="alert" id="${name}-error" class="font-normal text-alarm">${heard(errors[name])}</span>`;
  const open =
    form.template ||
    form.code ||
    form.brief ||
    form.lobby ||
    form.rehearsal ||
    form.help !== 'full' ||
    form.log !== 'off' ||
    form.ai !== 'off' ||
    errors.code ||
    errors.brief ||
    errors.retentionHours;
  return html`<form id="make" action="${href('/rooms')}" method="post" hx-post="/rooms" hx-target="#make" hx-swap="outerHTML" hx-disable="find button" class="card p-4 sm:p-5" aria-label="${t('Make a room')}">
<div class="flex flex-col gap-3 sm:flex-row sm:items-end">
<label class="field grow">${t('Title')}<input name="title" dir="auto" value="${form.title}" maxlength="120" placeholder="${t('Interview with Ada')}" autocomplete="off"${invalid('title')}>${wrong('title')}</label>
<label class="field sm:w-44">${t('Language')}<select name="language"${invalid('language')}>
<optgroup label="${t('Can be run')}">${runnable.map((id) => option(id, LANGUAGES[id], form.language))}</optgroup>
<optgroup label="${t('Only edited')}">${Object.entries(LANGUAGES)
    .filter(([id]) => !runnable.includes(id))
    .map(([id, name]) => option(id, name, form.language))}</optgroup>
</select>${wrong('language')}</label>
${needsKey && html`<label class="field sm:w-44">${t('Key')}<input name="key" type="password" required autocomplete="off"></label>`}
</div>
${error && html`<p role="alert" class="mt-3 text-sm text-alarm">${heard(error)}</p>`}
${unreachable('mt-3')}
<details class="mt-3"${open ? raw(' open') : ''}>
<summary class="quiet-link min-h-6 w-fit py-0.5 text-sm">${t('Task, starter code and more')}</summary>
<div class="mt-3 grid gap-3 sm:grid-cols-2">
<label class="field sm:col-span-2">${t('Start from')}<select name="template" hx-get="/templates" hx-trigger="change" hx-target="#preview" hx-swap="outerHTML"${invalid('template')}>${option('', t('An empty file in the language above'), form.template)}${Object.entries(TEMPLATES).map(([id, { title, language }]) => option(id, `${title} (${LANGUAGES[language]})`, form.template))}</select><span class="font-normal text-quiet">${t('Fills in the task and the code if you leave them empty.')}</span>${wrong('template')}</label>
<p class="-mt-1 text-sm text-quiet sm:col-span-2"><a href="${href('/templates')}">${t('Read all templates')}</a></p>
${templatePreview(form.template)}
<label class="field">${t('Task')}<textarea name="brief" dir="auto" placeholder="${t('What should the candidate solve?')}"${invalid('brief')}>${form.brief}</textarea>${wrong('brief')}</label>
<label class="field">${t('Starter code')}<textarea name="code" dir="ltr" spellcheck="false" autocapitalize="off" class="font-mono"${invalid('code')}>${form.code}</textarea>${wrong('code')}</label>
<label class="field">${t('Keep the room for')}<select name="retentionHours"${invalid('retentionHours')}>${Object.entries(RETENTION).map(([hours, name]) => option(hours, translated(name), form.retentionHours))}</select>${wrong('retentionHours')}</label>
<label class="field">${t('Help of the editor')}<select name="help"${invalid('help')}>${Object.entries(HELP).map(([level, words]) => option(level, translated(words), form.help))}</select><span class="font-normal text-quiet">${t('Everybody sees what it is. You can change it during the interview.')}</span>${wrong('help')}</label>
<label class="field">${t('Activity log')}<select name="log"${invalid('log')}>${Object.entries(LOG).map(([level, words]) => option(level, translated(words), form.log))}</select><span class="font-normal text-quiet">${t('Candidates are told before they join, and read the same lines as you.')}</span>${wrong('log')}</label>
<label class="field">${t('AI')}<select name="ai"${invalid('ai')}>${Object.entries(AI).map(([rule, words]) => option(rule, translated(words), form.ai))}</select><span class="font-normal text-quiet">${t('Everybody is told before they join, and it stays so.')}</span>${wrong('ai')}</label>
${tick('rehearsal', form.rehearsal, t('Rehearsal'), t('Whoever comes before you tries everything in a room of their own, until you are there.'))}
${tick('lobby', form.lobby, t('Waiting room'), t('You let candidates and observers in.'))}
</div>
</details>
${questionChoice(chosen, unread)}
<button class="button mt-4">${t('Make a room')}</button>
</form>`;
}

/** The library is loaded when it is opened. */
function questionChoice(chosen: readonly QuestionLine[], unread: readonly string[]): Html {
  return html`<details id="make-questions" class="mt-2"${chosen.length > 0 ? raw(' open') : ''}>
<summary class="quiet-link min-h-6 w-fit py-0.5 text-sm">${t('Questions from the library')}</summary>
<p class="mt-2 text-sm text-quiet">${t('They wait in the room until an interviewer asks them: nobody else sees them before.')} <a href="${href('/questions')}" target="_blank">${t('Read all questions')}</a></p>
<div id="make-library" hx-post="/questions" hx-vals='{"all":"1"}' hx-trigger="toggle from:#make-questions once" hx-include="#make-library, [name=key]" hx-swap="innerHTML">${choice([], chosen)}${unread.map((id) => html`<input type="checkbox" name="questions" value="${id}" hidden checked>`)}</div>
</details>`;
}

/** Chosen questions stay during a search, and so does a button that is being pressed when an answer arrives. */
export function libraryChoice(topics: readonly string[], list: Html): Html {
  const found = html`hx-post="/questions" hx-trigger="input changed delay:250ms, search, change" hx-include="#make-library, [name=key]" hx-target="#question-list" hx-swap="innerMorph" form="question-search"`;
  return html`<div class="mt-2 flex flex-wrap gap-3">${searchFields({ q: '', topic: '', level: '' }, topics, found)}</div>
<div class="mt-2 grid gap-4 lg:grid-cols-2">
<div id="question-list" class="max-h-96 overflow-auto">${list}</div>
<div id="question-preview" class="max-h-96 overflow-auto" aria-live="polite"><p class="py-2 text-sm text-quiet max-lg:hidden">${t('Choose “Preview” to read a question here.')}</p></div>
</div>`;
}

/** Task and code of a template, as shown in the room; empty for none. */
export function templatePreview(id: string): Html {
  const template = isTemplateId(id) ? TEMPLATES[id] : undefined;
  return html`<div id="preview" class="sm:col-span-2">${template && templateText(template)}</div>`;
}

export function templateText({ title, brief, code }: Template): Html {
  return html`<div class="grid gap-3 rounded-lg border border-line p-3 sm:grid-cols-2">
<div><h3 class="text-sm font-semibold">${t('Task')}</h3><p lang="en" dir="ltr" class="mt-1 text-[0.9375rem] text-pretty whitespace-pre-line">${brief}</p></div>
<div class="min-w-0"><h3 class="text-sm font-semibold">${t('Starter code')}</h3><pre tabindex="0" dir="ltr" aria-label="${t('Starter code of {title}', { title })}" class="mt-1 max-h-60 overflow-auto font-mono text-[0.8125rem] leading-6"><code>${code}</code></pre></div>
</div>`;
}

function isTemplateId(id: string): id is TemplateId {
  return Object.hasOwn(TEMPLATES, id);
}

function tick(name: string, value: string, title: string, words: string): Html {
  return html`<label class="flex items-start gap-2.5 self-end pb-2 text-sm"><input type="checkbox" name="${name}" class="mt-0.5 size-4.5 shrink-0 accent-accent"${value === 'on' ? raw(' checked') : ''}><span><span class="font-medium">${title}</span><span class="block text-quiet">${words}</span></span></label>`;
}

function option(value: string, name: string | undefined, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${name}</option>`;
}

const PEOPLE = {
  interviewer: {
    name: 'Interviewer',
    purpose: 'For you and others who interview with you. Can do everything, also delete the room.',
    copy: 'Copy the interviewer link',
  },
  candidate: {
    name: 'Candidate',
    purpose: 'Send this link to the candidate. Can edit and run.',
    copy: 'Copy the candidate link',
  },
  observer: {
    name: 'Observer',
    purpose: 'Sees everything live. Cannot change anything.',
    copy: 'Copy the observer link',
  },
  assistant: {
    name: 'Assistant',
    purpose: 'For an AI agent of yours. Reads, chats and proposes changes; cannot edit or run.',
    copy: 'Copy the assistant link',
  },
} satisfies Record<Role, Words>;

/** `prepared`: the number of prepared questions. */
export function madeRoom({ id, links }: Made, title: string, prepared = 0): Html {
  return html`<room-links id="make"${id && html` room="${id}" title-of-room="${title}"`} class="card block p-4 sm:p-5">
<div class="flex flex-wrap items-center justify-between gap-3">
<h2 tabindex="-1" class="min-w-0 wrap-anywhere text-xl font-semibold tracking-tight">${title ? t('“{title}” is ready', { title }) : t('Your room is ready')}</h2>
<a href="${links.interviewer && href(links.interviewer)}" class="button" data-enter>${t('Enter the room')}</a>
</div>
<ul class="mt-4 grid gap-1">${ROLES.map((role) => links[role] !== undefined && linkRow(role, links[role]))}</ul>
${prepared > 0 && html`<p class="mt-3 text-sm">${prepared === 1 ? t('One question waits in the interviewer panel: ask it there when it is time.') : t('{count:question waits|questions wait} in the interviewer panel: ask each there when it is time.', { count: prepared })}</p>`}
<p class="mt-3 text-sm text-quiet">${t('Everybody who has a link can join with it, in the role of the link.')} <span data-kept hidden>${t('This browser remembers the links until you choose “Forget”: find them here, under “Your rooms” and in the room’s interviewer panel.')}</span> <strong data-unkept class="font-medium text-ink">${t('Save the links now: this browser cannot remember them.')}</strong> ${t('The server has no copy of them.')} <a href="${href('/')}" data-dismiss>${t('Make another room')}</a></p>
</room-links>`;
}

/** One link with its purpose and a copy button. */
export function linkRow(role: Role, link: string): Html {
  const { name, purpose, copy } = PEOPLE[role];
  return html`<li class="link-row${role === 'candidate' ? ' bg-wash' : ''}">
<span class="font-medium">${translated(name)}</span>
<span class="order-last min-w-0 max-sm:col-span-2 sm:order-none"><a href="${link}" id="link-${role}" data-role="${role}" class="link-text" dir="ltr">${link}</a><span class="block text-sm text-quiet">${translated(purpose)}</span></span>
<copy-text from="link-${role}" label="${translated(copy)}"></copy-text>
</li>`;
}
