/** The interviewer panel beside a room: state, people, links and downloads. A fragment for HTMX. */
import { html } from 'hono/html';
import type { AiRule } from '../../../party/shared/ai-rule.js';
import { day } from '../../../party/shared/format-time.js';
import { HELPS, type Help } from '../../../party/shared/help.js';
import type { Role } from '../../../party/shared/roles.js';
import type { Html } from './layout.js';

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
  /** Why the last action was refused, as a sentence. */
  error?: string | undefined;
}

const NAMES: Record<Role, string> = {
  interviewer: 'Interviewer',
  candidate: 'Candidate',
  observer: 'Observer',
  assistant: 'Assistant',
};

export function desk({ facts, made, error }: DeskOptions): Html {
  const { id, people, ai } = facts;
  const roles: Role[] = ['candidate', 'observer', 'interviewer', ...(ai ? (['assistant'] as const) : [])];
  return html`${error && html`<p role="alert" class="desk-part text-sm text-alarm">${error}</p>`}
${standing(facts)}
<section aria-labelledby="desk-people" class="desk-part">
<h2 id="desk-people" class="desk-title">In the room</h2>
<ul class="grid gap-1">${people.map((person) => personRow(id, person))}</ul>
</section>
<section aria-labelledby="desk-links" class="desk-part">
<h2 id="desk-links" class="desk-title">Links</h2>
<ul class="grid gap-2">${roles.map((role) => linkRow(id, role, made?.role === role ? made : undefined))}</ul>
</section>
<section aria-labelledby="desk-files" class="desk-part">
<h2 id="desk-files" class="desk-title">Download and replay</h2>
<div class="flex flex-wrap gap-1.5">
${
  // In an ended room these come first.
  facts.state === 'open' &&
  html`<a href="/r/${id}/replay" target="_blank" rel="opener" class="button-small">Watch the replay</a>
<a href="/r/${id}/report" target="_blank" rel="opener" class="button-small">Read the report</a>`
}
<a href="/r/${id}/report?for=candidate" target="_blank" rel="opener" class="button-small">Report for the candidate</a>
<button type="button" class="button-small" data-take="replay" title="What everybody in the room could read, to pass on">Replay file</button>
<button type="button" class="button-small" data-take="replay-private" title="With notes, moments, hidden tests and the interviewers’ chat">Replay file with notes</button>
<button type="button" class="button-small" data-take="code">Code</button>
</div>
<p class="mt-2 text-xs text-quiet">Kept until <time datetime="${facts.expiresAt}">${day(Date.parse(facts.expiresAt), 'UTC')}</time>, or longer if it is used. <button class="inline-flex min-h-6 cursor-pointer items-center text-alarm underline" hx-delete="/r/${id}/desk" hx-target="#desk" hx-confirm="Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.">Delete it now</button></p>
</section>`;
}

const HELP_WORDS: Record<Help, string> = { none: 'None', basic: 'Words and brackets', full: 'All tools' };

const AI_WORDS: Record<AiRule, string> = {
  off: 'off',
  allowed: 'allowed; agents of yours come in by the assistant link',
  required: 'required; agents of yours come in by the assistant link',
};

function standing({ id, state, lobby, rehearsal, locked, help = 'full', ai = 'off' }: DeskFacts): Html {
  if (state === 'ended')
    return html`<section aria-label="State of the room" class="desk-part flex flex-wrap items-center gap-2">
<p class="mr-auto text-sm"><strong>Ended.</strong> Everybody can read, nobody can change anything.</p>
${act(id, 'reopen', 'Reopen')}
</section>`;
  return html`<section aria-label="State of the room" class="desk-part flex flex-wrap items-center gap-2">
<p class="mr-auto text-sm">${locked ? html`<strong>Locked.</strong> Nobody new comes in.` : html`<strong>Open.</strong> ${lobby ? 'Waiting room on. You let people in.' : rehearsal ? 'Whoever has a link comes in while an interviewer is here.' : 'Whoever has a link comes in.'}`}</p>
${locked ? act(id, 'unlock', 'Unlock') : act(id, 'lock', 'Lock')}
${act(id, 'end', 'End interview', 'End the interview? The code becomes read-only for everybody. You can reopen it.')}
<p class="w-full text-sm">AI: ${AI_WORDS[ai]}</p>
<label class="flex w-full items-center justify-between gap-2 text-sm">Help of the editor<select id="desk-help" name="help" class="min-h-8 rounded-lg border border-edge bg-card px-2 text-sm pointer-coarse:text-base" hx-post="/r/${id}/desk/help" hx-trigger="change" hx-target="#desk">${HELPS.map((level) => html`<option value="${level}"${level === help && html` selected`}>${HELP_WORDS[level]}</option>`)}</select></label>
${lobby && html`<label class="flex min-h-6 w-full items-center gap-2 text-sm text-quiet"><input type="checkbox" data-sound class="size-4.5 accent-accent">Play a sound when somebody is waiting</label>`}
</section>`;
}

function personRow(room: string, { id, name, role }: DeskFacts['people'][number]): Html {
  const other = role === 'candidate' ? 'observer' : 'candidate';
  const path = `/r/${room}/desk/people/${id}`;
  return html`<li id="person-${id}" class="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
<span class="min-w-0 truncate text-sm">${name}</span><span class="badge">${NAMES[role]}</span>
${
  role !== 'interviewer' &&
  html`<span class="ml-auto flex gap-1">${role !== 'assistant' && html`<button class="button-quiet" hx-post="${path}/role" hx-vals='{"role":"${other}"}' hx-target="#desk" aria-label="Make ${other}: ${name}">Make ${other}</button>`}
<button class="button-quiet" hx-post="${path}/remove" hx-target="#desk" hx-confirm="Remove ${name} from the room? They cannot come back as the same person." aria-label="Remove: ${name}">Remove</button></span>`
}
</li>`;
}

/** The page's script fills in a link that this tab knows. */
function linkRow(room: string, role: Role, made: DeskOptions['made']): Html {
  const name = NAMES[role].toLowerCase();
  return html`<li data-link="${role}" class="grid grid-cols-[1fr_auto_auto] items-center gap-1.5">
<span class="min-w-0"><span class="block text-sm font-medium">${NAMES[role]}</span>
<code id="link-${role}" class="link-text text-xs text-quiet"${made && (made.added ? html` data-added` : html` data-made`)}>${made?.link}</code></span>
<span class="contents"><copy-text from="link-${role}" what="${name} link" hidden hx-morph-skip></copy-text>
<button class="button-small" data-get hidden hx-post="/r/${room}/desk/links/${role}" hx-target="#desk" title="The links in use continue to work" aria-label="Get a link: ${name}">Get a link</button></span>
<button class="button-small" hx-post="/r/${room}/desk/links/${role}/reset" hx-target="#desk" hx-confirm="Make a new ${name} link? All old ${name} links stop working at once, and ${role === 'interviewer' ? 'the other interviewers are' : 'everybody who used them is'} disconnected." aria-label="New link: ${name}">New link</button>
</li>`;
}

/** A button replaced by its opposite passes on the focus. */
const TOGGLES = { lock: 'lock', unlock: 'lock', end: 'end', reopen: 'end' };

function act(room: string, action: keyof typeof TOGGLES, words: string, confirm?: string): Html {
  return html`<button id="desk-${TOGGLES[action]}" class="button-small" hx-post="/r/${room}/desk/${action}" hx-target="#desk"${confirm && html` hx-confirm="${confirm}"`}>${words}</button>`;
}
