/** Questions in the interviewer panel: prepared and asked ones, and the library. */
import { html, raw } from 'hono/html';
import { heard, t } from '../../../components/wording/words.js';
import type { DeskQuestion } from '../../../party/shared/asked-questions.js';
import type { Html } from './layout.js';
import {
  about,
  languageName,
  type QuestionLine,
  questionPreview,
  type ReadQuestion,
  rubricTable,
  searchFields,
} from './library.js';

/** The whole section, with the library closed. */
export function deskQuestions(room: string, asked: Html, topics: readonly string[]): Html {
  const found = html`hx-get="/r/${room}/desk/library" hx-trigger="input changed delay:200ms, search, change" hx-include="#desk-search" hx-target="#desk-found"`;
  return html`<section aria-labelledby="desk-questions-title" class="desk-part">
<h2 id="desk-questions-title" class="desk-title">${t('Questions')}</h2>
<div id="desk-asked" hx-get="/r/${room}/desk/questions/asked" hx-trigger="refresh">${asked}</div>
<details id="desk-picker" class="mt-2">
<summary class="button-small w-fit">${t('Ask a question')}</summary>
<div id="desk-pick" class="mt-2"></div>
<div id="desk-search" class="mt-2 flex flex-wrap gap-2 text-sm">${searchFields({ q: '', topic: '', level: '' }, topics, found)}</div>
<div id="desk-found" class="mt-2" hx-get="/r/${room}/desk/library" hx-trigger="toggle from:#desk-picker once"></div>
</details>
</section>`;
}

/** `error`: why the last action was refused. */
export function askedQuestions(room: string, questions: readonly DeskQuestion[], error?: string): Html {
  return html`${error && html`<p role="alert" class="mb-2 text-sm text-alarm">${heard(error)}</p>`}
${questions.length === 0 ? html`<p class="text-sm text-quiet">${t('None yet.')}</p>` : html`<ol class="grid gap-2">${questions.map((one) => askedRow(room, one))}</ol>`}`;
}

function askedRow(room: string, question: DeskQuestion): Html {
  const { n, title, language, current, askedAt } = question;
  const state = current ? t('Now') : askedAt === null ? t('Waits') : t('Asked');
  return html`<li id="question-${n}" class="grid grid-cols-1 gap-1.5 rounded-lg border border-line p-2 ${current ? raw('bg-wash') : ''}">
<p class="flex flex-wrap items-center gap-x-2 text-sm"><span dir="auto" class="min-w-0 font-medium wrap-anywhere">${title}</span><span class="badge">${state}</span><span class="text-xs text-quiet">${languageName(language)}</span></p>
${!current && (askedAt === null ? prepared(room, question) : act(room, n, 'return', t('Return to it')))}
${current && steps(room, question)}
${n > 0 && details(question)}
</li>`;
}

function prepared(room: string, { n, language, languages, title }: DeskQuestion): Html {
  return html`<form class="flex flex-wrap items-center gap-2" hx-post="/r/${room}/desk/questions/${n}/reveal" hx-target="#desk-asked" hx-sync="drop">
${languageChoice(languages, language, title)}<button class="button-small">${t('Show it')}</button>
<button type="button" class="button-quiet" hx-get="/r/${room}/desk/questions/${n}" hx-target="#desk-pick">${t('Read it')}</button>
<button type="button" id="question-${n}-withdraw" class="button-quiet" hx-delete="/r/${room}/desk/questions/${n}" hx-target="#desk-asked" hx-sync="drop" hx-confirm="${t('Take “{title}” out of this room?', { title })}">${t('Take it out')}</button></form>`;
}

function languageChoice(languages: readonly string[], chosen: string, title: string): Html {
  return html`<select name="language" aria-label="${t('Language of {title}', { title })}" class="desk-select">${languages.map((id) => html`<option value="${id}"${id === chosen ? raw(' selected') : ''}>${languageName(id)}</option>`)}</select>`;
}

function steps(room: string, { n, hints, stages }: DeskQuestion): Html {
  const hint = hints.findIndex(({ at }) => at === null);
  const stage = stages.find(({ at }) => at === null);
  return html`<div class="flex flex-wrap gap-1.5">${hint >= 0 && act(room, n, 'hint', t('Give hint {number} of {all}', { number: hint + 1, all: hints.length }))}${stage && act(room, n, 'stage', t('Show next part: {title}', stage))}</div>
${hint >= 0 && html`<p class="text-xs text-quiet">${t('Next hint: {text}', { text: hints[hint]?.text ?? '' })}</p>`}`;
}

function details({ n, hints, followUps, rubric }: DeskQuestion): Html | '' {
  const given = hints.filter(({ at }) => at !== null).length;
  return html`<details id="question-${n}-more" class="text-sm"><summary class="quiet-link w-fit">${t('Hints ({given} of {all} given), follow-ups, rubric', { given, all: hints.length })}</summary>
<div class="mt-1 grid gap-2">
<ol lang="en" dir="ltr" class="list-decimal ps-5">${hints.map(({ text, at }) => html`<li>${text}${at !== null && html` <span class="badge">${t('Given')}</span>`}</li>`)}</ol>
${followUps.length > 0 && html`<div><h3 class="text-sm font-semibold">${t('Follow-ups')}</h3><ul lang="en" dir="ltr" class="list-disc ps-5">${followUps.map((text) => html`<li>${text}</li>`)}</ul></div>`}
${rubricTable(rubric)}
</div></details>`;
}

/** What is pressed while it is being done is not done again: a hint cannot be taken back. */
function act(room: string, n: number, step: string, words: string): Html {
  return html`<button type="button" id="question-${n}-${step}" class="button-small w-fit text-start whitespace-normal" hx-post="/r/${room}/desk/questions/${n}/${step}" hx-target="#desk-asked" hx-sync="drop">${words}</button>`;
}

/** Search results of the library. */
export function foundQuestions(room: string, lines: readonly QuestionLine[], inRoom: ReadonlySet<string>): Html {
  if (lines.length === 0) return html`<p class="text-sm text-quiet">${t('No question is like that.')}</p>`;
  return html`<ul>${lines.map(
    (line) =>
      html`<li class="border-t border-line"><button type="button" id="pick-${line.id}" class="w-full cursor-pointer py-1.5 text-start text-sm hover:bg-wash" hx-get="/r/${room}/desk/library/${line.id}" hx-target="#desk-pick"><span lang="en" class="font-medium">${line.title}</span>${inRoom.has(line.id) && html` <span class="badge">${t('In this room')}</span>`}<span class="block text-xs text-quiet">${about(line)}</span></button></li>`,
  )}</ul>`;
}

/** A question to read and ask. `language` is preselected. */
export function pickedQuestion(room: string, question: ReadQuestion, language: string, inRoom: boolean): Html {
  const ids = Object.keys(question.languages);
  const ask = html`<form class="flex flex-wrap items-center gap-2" hx-post="/r/${room}/desk/questions" hx-target="#desk-asked" hx-sync="drop">
<input type="hidden" name="question" value="${question.id}">${languageChoice(ids, language, question.title)}
<button class="button min-h-9" name="reveal" value="now">${t('Ask now')}</button><button class="button-small" name="reveal" value="later">${t('Keep it for later')}</button></form>`;
  return html`<div class="grid grid-cols-1 gap-3 rounded-lg border border-edge p-3">
<button type="button" class="button-quiet w-fit" data-close-pick>${t('Back to the list')}</button>
${inRoom ? html`<p class="text-sm text-quiet">${t('This question is in the room: see above.')}</p>` : ask}
${questionPreview(question)}
</div>`;
}
