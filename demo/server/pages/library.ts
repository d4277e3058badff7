/** The question library: search, and the preview of a question. */
import { html, raw } from 'hono/html';
import { rich } from '../../../components/wording/rich.js';
import { heard, t, translated, type Words } from '../../../components/wording/words.js';
import { LANGUAGES } from '../../../party/shared/languages.js';
import type { Question, QuestionFile } from '../../../party/shared/question.js';
import type { Test } from '../../../party/shared/tests.js';
import { href, localeField } from '../spoken.js';
import { type Html, layout } from './layout.js';
import { markdown } from './markdown.js';

/** An entry of `GET /api/questions`. */
export interface QuestionLine extends Pick<Question, 'id' | 'title' | 'level' | 'topics' | 'minutes'> {
  languages: string[];
  stages: number;
}

/** The answer of `GET /api/questions/{id}`; without hidden parts for people who may not read them. */
export interface ReadQuestion
  extends Pick<Question, 'id' | 'title' | 'level' | 'topics' | 'minutes' | 'brief'>,
    Partial<Pick<Question, 'hints' | 'followUps' | 'rubric' | 'stages'>> {
  languages: Record<string, Partial<Question['languages'][string]>>;
}

export interface Search {
  q: string;
  topic: string;
  level: string;
}

const LEVELS = { 1: 'first task', 2: 'easy', 3: 'medium', 4: 'hard', 5: 'very hard' } satisfies Words;

function levelName(level: number): string {
  return translated((LEVELS as Words)[level] ?? '');
}

export function languageName(id: string): string {
  return LANGUAGES[id as keyof typeof LANGUAGES] ?? id;
}

/** `attributes`: HTMX attributes of each field. */
export function searchFields({ q, topic, level }: Search, topics: readonly string[], attributes: Html): Html {
  return html`<label class="field grow basis-40">${t('Search')}<input type="search" name="q" dir="auto" value="${q}" maxlength="200" placeholder="${t('bank, graphs, joins…')}" autocomplete="off" ${attributes}></label>
<label class="field basis-28 grow">${t('Topic')}<select name="topic" ${attributes}><option value="">${t('Any')}</option>${topics.map((one) => html`<option${one === topic ? raw(' selected') : ''}>${one}</option>`)}</select></label>
<label class="field basis-28 grow">${t('Level')}<select name="level" ${attributes}><option value="">${t('Any')}</option>${[1, 2, 3, 4, 5].map((one) => html`<option value="${one}"${String(one) === level ? raw(' selected') : ''}>${t('{level}, {name}', { level: one, name: levelName(one) })}</option>`)}</select></label>`;
}

export function about({ level, minutes, languages, stages }: QuestionLine): Html {
  const values = { level, name: levelName(level), minutes, languages: languages.map(languageName).join(', ') };
  return html`${
    stages > 0
      ? t('Level {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:part|parts}', {
          ...values,
          parts: stages + 1,
        })
      : t('Level {level} ({name}), {minutes:minute|minutes}, {languages}', values)
  }`;
}

/** Checkboxes for a room's questions: chosen ones come first, and stay during a search. */
export function choice(lines: readonly QuestionLine[], chosen: readonly QuestionLine[]): Html {
  const ids = new Set(chosen.map(({ id }) => id));
  const found = lines.filter(({ id }) => !ids.has(id));
  if (chosen.length + found.length === 0)
    return html`<p class="py-2 text-sm text-quiet">${t('No question is like that.')}</p>`;
  return html`<ul>${chosen.map((line) => choiceRow(line, true))}${found.map((line) => choiceRow(line, false))}</ul>`;
}

function choiceRow(line: QuestionLine, checked: boolean): Html {
  const { id, title } = line;
  return html`<li class="flex items-start gap-3 border-t border-line py-2">
<input type="checkbox" id="choose-${id}" name="questions" value="${id}" class="mt-1 size-4.5 shrink-0 accent-accent"${checked ? raw(' checked') : ''}>
<label for="choose-${id}" class="min-w-0 grow"><span lang="en" class="font-medium">${title}</span><span class="block text-sm text-quiet">${about(line)}</span></label>
<a class="button-small shrink-0" href="${href(`/questions/${id}`)}" target="_blank" hx-post="/questions/${id}" hx-include="[name=key]" hx-target="#question-preview" hx-swap="innerHTML show:top" aria-label="${labelled(t('Preview'), title)}">${t('Preview')}</a>
</li>`;
}

/** The preview of a question. */
export function questionPreview(question: ReadQuestion): Html {
  const { title, brief, languages, hints, followUps, rubric, stages = [] } = question;
  const line = { ...question, languages: Object.keys(languages), stages: stages.length };
  return html`<article class="grid grid-cols-1 gap-3">
<header><h2 class="text-lg font-semibold" tabindex="-1" lang="en">${title}</h2><p class="text-sm text-quiet">${about(line)}. <span lang="en">${question.topics.join(', ')}.</span></p></header>
<div lang="en" dir="ltr">${markdown(withoutTitle(brief, title))}</div>
${stages.map((stage) => html`<section class="border-s-2 border-line ps-3"><h3 class="text-sm font-semibold">${t('Next part: {title}', stage)}</h3>${stage.brief && html`<div lang="en" dir="ltr">${markdown(stage.brief)}</div>`}</section>`)}
${Object.entries(languages).map(([id, part]) => language(id, part))}
${hints && list(t('Hints, in this order'), hints)}
${followUps && list(t('Follow-ups'), followUps)}
${rubric && rubricTable(rubric)}
${!hints && html`<p class="text-sm text-quiet">${t('Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.')}</p>`}
</article>`;
}

/** Most briefs start with the title. */
function withoutTitle(brief: string, title: string): string {
  const [first = '', ...rest] = brief.split('\n');
  return first.replace(/^#+\s*/, '').trim() === title ? rest.join('\n') : brief;
}

function language(
  id: string,
  { starter = [], tests = [], hidden, hiddenFiles, solution }: Partial<Question['languages'][string]>,
): Html {
  const counts = { language: languageName(id), tests: tests.length };
  return html`<details class="question-part"><summary>${
    hidden
      ? t('{language}: starter code, {tests:test|tests}, {hidden} hidden, solution', {
          ...counts,
          hidden: hidden.length,
        })
      : t('{language}: starter code, {tests:test|tests}', counts)
  }</summary>
${files(t('Starter code'), starter)}
${testList(t('Tests'), tests)}
${hidden && testList(t('Hidden tests'), hidden)}
${hiddenFiles && files(t('Files of hidden tests'), hiddenFiles)}
${solution && files(t('Solution'), solution)}
</details>`;
}

function files(heading: string, all: readonly QuestionFile[]): Html | '' {
  if (all.length === 0) return '';
  return html`<h3 class="mt-3 text-sm font-semibold">${heading}</h3>
${all.map(({ name, text }) => html`<figure class="mt-1"><figcaption dir="ltr" class="font-mono text-xs text-quiet">${name}</figcaption><pre tabindex="0" dir="ltr" aria-label="${name}" class="question-code"><code>${text}</code></pre></figure>`)}`;
}

function testList(heading: string, tests: readonly Test[]): Html | '' {
  if (tests.length === 0) return '';
  return html`<h3 class="mt-3 text-sm font-semibold">${heading}</h3>
<dl class="grid grid-cols-1 gap-2">${tests.map((test) => html`<div><dt lang="en" class="text-sm">${test.name}</dt><dd class="min-w-0"><pre tabindex="0" dir="ltr" aria-label="${test.name}" class="question-code">${said(test)}</pre></dd></div>`)}</dl>`;
}

/** A test in words. */
function said(test: Test): string {
  if (test.kind === 'io') return t('Input:\n{stdin}\nOutput:\n{stdout}', test);
  if (test.kind === 'call')
    return `${test.function}(${test.args.map((value) => JSON.stringify(value)).join(', ')})\n→ ${JSON.stringify(test.expected)}`;
  const rows = test.rows
    ? `\n${[test.rows.columns, ...test.rows.values].map((row) => row.join(' | ')).join('\n')}`
    : '';
  return `${test.file}${rows}`;
}

function list(heading: string, texts: readonly string[]): Html | '' {
  if (texts.length === 0) return '';
  return html`<section><h3 class="text-sm font-semibold">${heading}</h3><ol lang="en" dir="ltr" class="list-decimal ps-5 text-[0.9375rem]">${texts.map((text) => html`<li>${text}</li>`)}</ol></section>`;
}

export function rubricTable(rubric: Question['rubric']): Html | '' {
  if (rubric.length === 0) return '';
  return html`<section><h3 class="text-sm font-semibold">${t('Rubric')}</h3>${rubric.map(
    ({ criterion, levels }) =>
      html`<h4 lang="en" class="mt-2 text-sm font-medium">${criterion}</h4><ol lang="en" dir="ltr" class="list-decimal ps-5 text-sm text-quiet">${levels.map((text) => html`<li>${text}</li>`)}</ol>`,
  )}</section>`;
}

/** What a button does, and with what, for those who hear it without its place. */
export function labelled(action: string, name: string): string {
  return t('{action}: {name}', { action, name });
}

interface LibraryPage {
  search: Search;
  topics: readonly string[];
  lines: readonly QuestionLine[];
  /** Why nothing is shown, as a sentence. */
  error?: string | undefined;
}

export function libraryPage({ search, topics, lines, error }: LibraryPage): Html {
  return layout({
    title: `${t('Questions')} – code-room`,
    description: t('Questions for interviews, each with starter code, tests, hints and a solution.'),
    body: html`<div class="wrap">
<h1 class="page-title">${t('Questions')}</h1>
<p class="lead">${rich('Choose some when you {make}, or ask one in a room from the interviewer panel.', { make: html`<a href="${href('/')}">${t('make a room')}</a>` })}</p>
${
  error
    ? html`<p role="alert" class="mt-6">${heard(error)}</p>`
    : html`<form action="/questions" class="card mt-6 flex flex-wrap items-end gap-3 p-4">${localeField()}${searchFields(search, topics, html``)}<button class="button">${t('Search')}</button></form>
${lines.length === 0 && html`<p class="mt-6">${t('No question is like that.')}</p>`}
<ul class="mt-4">${lines.map((line) => html`<li class="border-t border-line py-2"><a href="${href(`/questions/${line.id}`)}" lang="en" class="font-medium">${line.title}</a><span class="block text-sm text-quiet">${about(line)}</span></li>`)}</ul>`
}
</div>`,
  });
}

export function questionPage(question: ReadQuestion): Html {
  return layout({
    title: `${question.title} – code-room`,
    body: html`<div class="wrap pt-6"><p class="mb-4 text-sm"><a href="${href('/questions')}">${t('All questions')}</a></p>
<h1 lang="en" class="sr-only">${question.title}</h1>
<div class="max-w-[52rem]">${questionPreview(question)}</div></div>`,
  });
}
