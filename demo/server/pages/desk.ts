/** The interviewer panel beside a room: state, people, links and downloads. A fragment for HTMX. */
import { html } from 'hono/html';
import { rich } from '../../../components/wording/rich.js';
import { heard, speech, t, translated, type Words } from '../../../components/wording/words.js';
import type { AiRule } from '../../../party/shared/ai-rule.js';
import { day } from '../../../party/shared/format-time.js';
import { HELPS, type Help } from '../../../party/shared/help.js';
import type { Role } from '../../../party/shared/roles.js';
import { href } from '../spoken.js';
import type { Html } from './layout.js';
import { labelled } from './library.js';

/** The part of `GET /api/rooms/{id}` that is shown. */
export interface DeskFacts {
  id: string;
  state: 'open' | 'ended';
  lobby: boolean;
  rehearsal?: boolean;
  locked: boolean;
  help?: Help;
  ai?: AiRule;
  expiresAt: string;
  people: { id: string; name: string; role: Role }[];
}

export interface DeskOptions {
  facts: DeskFacts;
  /** A link that was just created: the room stores only its digest. */
  made?: { role: Role; link: string /** The others are good as well. */; added?: true } | undefined;
  /** Why the last action was refused, as a sentence in English. */
  error?: string | undefined;
}

const NAMES = {
  interviewer: 'Interviewer',
  candidate: 'Candidate',
  observer: 'Observer',
  assistant: 'Assistant',
} satisfies Record<Role, string> satisfies Words;

/** The same after what a button does. */
const OF_ROLE = {
  interviewer: 'interviewer',
  candidate: 'candidate',
  observer: 'observer',
  assistant: 'assistant',
} satisfies Record<Role, string> satisfies Words;

const MAKE = { candidate: 'Make candidate', observer: 'Make observer' } satisfies Words;

/** What goes with the link of each role. */
const LINKS = {
  interviewer: {
    copy: 'Copy the interviewer link',
    renew:
      'Make a new interviewer link? All old interviewer links stop working at once, and the other interviewers are disconnected.',
  },
  candidate: {
    copy: 'Copy the candidate link',
    renew:
      'Make a new candidate link? All old candidate links stop working at once, and everybody who used them is disconnected.',
  },
  observer: {
    copy: 'Copy the observer link',
    renew:
      'Make a new observer link? All old observer links stop working at once, and everybody who used them is disconnected.',
  },
  assistant: {
    copy: 'Copy the assistant link',
    renew:
      'Make a new assistant link? All old assistant links stop working at once, and everybody who used them is disconnected.',
  },
} satisfies Record<Role, Words>;

export function desk({ facts, made, error }: DeskOptions): Html {
  const { id, people, ai } = facts;
  const roles: Role[] = ['candidate', 'observer', 'interviewer', ...(ai ? (['assistant'] as const) : [])];
  // Above the notes and the questions, so that nobody has to look for the end.
  return html`<div id="desk-state" hx-swap-oob="innerMorph">${error && html`<p role="alert" class="px-3 pt-2 text-sm text-alarm">${heard(error)}</p>`}
${standing(facts)}</div>
${facts.state === 'open' && rules(facts)}
<section aria-labelledby="desk-people" class="desk-part">
<h2 id="desk-people" class="desk-title">${t('In the room')}</h2>
<ul class="grid grid-cols-1 gap-1">${people.map((person) => personRow(id, person))}</ul>
</section>
<section aria-labelledby="desk-links" class="desk-part">
<h2 id="desk-links" class="desk-title">${t('Links')}</h2>
<ul class="grid grid-cols-1 gap-2">${roles.map((role) => linkRow(id, role, made?.role === role ? made : undefined))}</ul>
</section>
<section aria-labelledby="desk-files" class="desk-part">
<h2 id="desk-files" class="desk-title">${t('Download and replay')}</h2>
<div class="flex flex-wrap gap-1.5">
${
  // In an ended room these come first.
  facts.state === 'open' &&
  html`<a href="${href(`/r/${id}/replay`)}" target="_blank" rel="opener" class="button-small">${t('Watch the replay')}</a>
<a href="${href(`/r/${id}/report`)}" target="_blank" rel="opener" class="button-small">${t('Read the report')}</a>`
}
<a href="${href(`/r/${id}/report?for=candidate`)}" target="_blank" rel="opener" class="button-small">${t('Report for the candidate')}</a>
<button type="button" class="button-small" data-take="replay" title="${t('What everybody in the room could read, to pass on')}">${t('Replay file')}</button>
<button type="button" class="button-small" data-take="replay-private" title="${t('With notes, moments, hidden tests and the interviewers’ chat')}">${t('Replay file with notes')}</button>
<button type="button" class="button-small" data-take="code">${t('Code')}</button>
</div>
<p class="mt-2 text-xs text-quiet">${rich('Kept until {day}, or longer if it is used.', { day: html`<time datetime="${facts.expiresAt}">${day(Date.parse(facts.expiresAt), 'UTC', speech.now?.tag)}</time>` })} <button class="inline-flex min-h-6 cursor-pointer items-center text-alarm underline" hx-delete="/r/${id}/desk" hx-target="#desk" hx-sync="drop" hx-confirm="${t('Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.')}">${t('Delete it now')}</button></p>
</section>`;
}

const HELP_WORDS = {
  none: 'No help',
  basic: 'Words and brackets',
  full: 'All tools',
} satisfies Record<Help, string> satisfies Words;

const AI_WORDS = {
  off: 'AI: off',
  allowed: 'AI: allowed; agents of yours come in by the assistant link',
  required: 'AI: required; agents of yours come in by the assistant link',
} satisfies Record<AiRule, string> satisfies Words;

function standing({ id, state, lobby, rehearsal, locked }: DeskFacts): Html {
  if (state === 'ended')
    return html`<section aria-label="${t('State of the room')}" class="flex flex-wrap items-center gap-2 px-3 py-2">
<p class="me-auto text-sm"><strong>${t('Ended.')}</strong> ${t('Everybody can read, nobody can change anything.')}</p>
${act(id, 'reopen', t('Reopen'))}
</section>`;
  return html`<section aria-label="${t('State of the room')}" class="flex flex-wrap items-center gap-2 px-3 py-2">
<p class="me-auto text-sm">${locked ? html`<strong>${t('Locked.')}</strong> ${t('Nobody new comes in.')}` : html`<strong>${t('Open.')}</strong> ${lobby ? t('Waiting room on. You let people in.') : rehearsal ? t('Whoever has a link comes in while an interviewer is here.') : t('Whoever has a link comes in.')}`}</p>
${locked ? act(id, 'unlock', t('Unlock')) : act(id, 'lock', t('Lock'))}
${act(id, 'end', t('End interview'), t('End the interview? The code becomes read-only for everybody. You can reopen it.'))}
</section>`;
}

function rules({ id, lobby, help = 'full', ai = 'off' }: DeskFacts): Html {
  return html`<div class="desk-part grid gap-2">
<p class="text-sm">${translated(AI_WORDS[ai])}</p>
<label class="flex items-center justify-between gap-2 text-sm">${t('Help of the editor')}<select id="desk-help" name="help" class="min-h-8 rounded-lg border border-edge bg-card px-2 text-sm pointer-coarse:text-base" hx-post="/r/${id}/desk/help" hx-trigger="change" hx-target="#desk">${HELPS.map((level) => html`<option value="${level}"${level === help && html` selected`}>${translated(HELP_WORDS[level])}</option>`)}</select></label>
${lobby && html`<label class="flex min-h-6 items-center gap-2 text-sm text-quiet"><input type="checkbox" data-sound class="size-4.5 accent-accent">${t('Play a sound when somebody is waiting')}</label>`}
</div>`;
}

function personRow(room: string, { id, name, role }: DeskFacts['people'][number]): Html {
  const other = role === 'candidate' ? 'observer' : 'candidate';
  const make = translated(MAKE[other]);
  const path = `/r/${room}/desk/people/${id}`;
  return html`<li id="person-${id}" class="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
<span dir="auto" class="min-w-0 truncate text-sm">${name}</span><span class="badge">${translated(NAMES[role])}</span>
${
  role !== 'interviewer' &&
  html`<span class="ms-auto flex gap-1">${role !== 'assistant' && html`<button class="button-quiet" hx-post="${path}/role" hx-vals='{"role":"${other}"}' hx-target="#desk" hx-sync="drop" aria-label="${labelled(make, name)}">${make}</button>`}
<button class="button-quiet" hx-post="${path}/remove" hx-target="#desk" hx-sync="drop" hx-confirm="${t('Remove {name} from the room? They cannot come back as the same person.', { name })}" aria-label="${labelled(t('Remove'), name)}">${t('Remove')}</button></span>`
}
</li>`;
}

/** The page's script fills in a link that this tab knows. */
function linkRow(room: string, role: Role, made: DeskOptions['made']): Html {
  const name = translated(NAMES[role]);
  const { copy, renew } = LINKS[role];
  return html`<li data-link="${role}" class="grid grid-cols-[1fr_auto_auto] items-center gap-1.5">
<span class="min-w-0"><span class="block text-sm font-medium">${name}</span>
<code id="link-${role}" dir="ltr" class="link-text text-xs text-quiet"${made && (made.added ? html` data-added` : html` data-made`)}>${made?.link}</code></span>
<span class="contents"><copy-text from="link-${role}" label="${translated(copy)}" hidden hx-morph-skip></copy-text>
<button class="button-small" data-get hidden hx-post="/r/${room}/desk/links/${role}" hx-target="#desk" hx-sync="drop" title="${t('The links in use continue to work')}" aria-label="${labelled(t('Get a link'), translated(OF_ROLE[role]))}">${t('Get a link')}</button></span>
<button class="button-small" hx-post="/r/${room}/desk/links/${role}/reset" hx-target="#desk" hx-sync="drop" hx-confirm="${translated(renew)}" aria-label="${labelled(t('New link'), translated(OF_ROLE[role]))}">${t('New link')}</button>
</li>`;
}

/** A button replaced by its opposite passes on the focus. */
const TOGGLES = { lock: 'lock', unlock: 'lock', end: 'end', reopen: 'end' };

function act(room: string, action: keyof typeof TOGGLES, words: string, confirm?: string): Html {
  return html`<button id="desk-${TOGGLES[action]}" class="button-small" hx-post="/r/${room}/desk/${action}" hx-target="#desk" hx-sync="drop"${confirm && html` hx-confirm="${confirm}"`}>${words}</button>`;
}
