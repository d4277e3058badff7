/** The question library: search, and the preview of a question. */
import { html, raw } from 'hono/html';
import { LANGUAGES } from '../../../party/shared/languages.js';
import type { Question, QuestionFile } from '../../../party/shared/question.js';
import type { Test } from '../../../party/shared/tests.js';
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

export const LEVELS = ['', 'first task', 'easy', 'medium', 'hard', 'very hard'] as const;

export function languageName(id: string): string {
  return LANGUAGES[id as keyof typeof LANGUAGES] ?? id;
}

/** `attributes`: HTMX attributes of each field. */
export function searchFields({ q, topic, level }: Search, topics: readonly string[], attributes: Html): Html {
  return html`<label class="field grow basis-40">Search<input type="search" name="q" value="${q}" maxlength="200" placeholder="bank, graphs, joins…" autocomplete="off" ${attributes}></label>
<label class="field basis-28 grow">Topic<select name="topic" ${attributes}><option value="">Any</option>${topics.map((one) => html`<option${one === topic ? raw(' selected') : ''}>${one}</option>`)}</select></label>
<label class="field basis-28 grow">Level<select name="level" ${attributes}><option value="">Any</option>${[1, 2, 3, 4, 5].map((one) => html`<option value="${one}"${String(one) === level ? raw(' selected') : ''}>${one}, ${LEVELS[one]}</option>`)}</select></label>`;
}

export function about({ level, minutes, languages, stages }: QuestionLine): Html {
  const parts = stages > 0 ? `, ${stages + 1} parts` : '';
  return html`Level ${level} (${LEVELS[level]}), ${minutes} minutes, ${languages.map(languageName).join(', ')}${parts}`;
}

/** Checkboxes for a room's questions: chosen ones come first, and stay during a search. */
export function choice(lines: readonly QuestionLine[], chosen: readonly QuestionLine[]): Html {
  const ids = new Set(chosen.map(({ id }) => id));
  const found = lines.filter(({ id }) => !ids.has(id));
  if (chosen.length + found.length === 0) return html`<p class="py-2 text-sm text-quiet">No question is like that.</p>`;
  return html`<ul>${chosen.map((line) => choiceRow(line, true))}${found.map((line) => choiceRow(line, false))}</ul>`;
}

function choiceRow(line: QuestionLine, checked: boolean): Html {
  const { id, title } = line;
  return html`<li class="flex items-start gap-3 border-t border-line py-2">
<input type="checkbox" id="choose-${id}" name="questions" value="${id}" class="mt-1 size-4.5 shrink-0 accent-accent"${checked ? raw(' checked') : ''}>
<label for="choose-${id}" class="min-w-0 grow"><span class="font-medium">${title}</span><span class="block text-sm text-quiet">${about(line)}</span></label>
<a class="button-small shrink-0" href="/questions/${id}" target="_blank" hx-post="/questions/${id}" hx-include="[name=key]" hx-target="#question-preview" hx-swap="innerHTML show:top" aria-label="Preview: ${title}">Preview</a>
</li>`;
}

/** The preview of a question. */
export function preview(question: ReadQuestion): Html {
  const { title, brief, languages, hints, followUps, rubric, stages = [] } = question;
  const line = { ...question, languages: Object.keys(languages), stages: stages.length };
  return html`<article class="grid gap-3">
<header><h2 class="text-lg font-semibold" tabindex="-1">${title}</h2><p class="text-sm text-quiet">${about(line)}. ${question.topics.join(', ')}.</p></header>
${markdown(withoutTitle(brief, title))}
${stages.map((stage) => html`<section class="border-l-2 border-line pl-3"><h3 class="text-sm font-semibold">Next part: ${stage.title}</h3>${stage.brief && markdown(stage.brief)}</section>`)}
${Object.entries(languages).map(([id, part]) => language(id, part))}
${hints && list('Hints, in this order', hints)}
${followUps && list('Follow-ups', followUps)}
${rubric && rubricTable(rubric)}
${!hints && html`<p class="text-sm text-quiet">Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.</p>`}
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
  return html`<details class="question-part"><summary>${languageName(id)}: starter code, ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}${hidden && html`, ${hidden.length} hidden, solution`}</summary>
${files('Starter code', starter)}
${testList('Tests', tests)}
${hidden && testList('Hidden tests', hidden)}
${hiddenFiles && files('Files of hidden tests', hiddenFiles)}
${solution && files('Solution', solution)}
</details>`;
}

function files(heading: string, all: readonly QuestionFile[]): Html | '' {
  if (all.length === 0) return '';
  return html`<h3 class="mt-3 text-sm font-semibold">${heading}</h3>
${all.map(({ name, text }) => html`<figure class="mt-1"><figcaption class="font-mono text-xs text-quiet">${name}</figcaption><pre tabindex="0" aria-label="${name}" class="question-code"><code>${text}</code></pre></figure>`)}`;
}

function testList(heading: string, tests: readonly Test[]): Html | '' {
  if (tests.length === 0) return '';
  return html`<h3 class="mt-3 text-sm font-semibold">${heading}</h3>
<dl class="grid gap-2">${tests.map((test) => html`<div><dt class="text-sm">${test.name}</dt><dd class="min-w-0"><pre tabindex="0" aria-label="${test.name}" class="question-code">${said(test)}</pre></dd></div>`)}</dl>`;
}

/** A test in words. */
function said(test: Test): string {
  if (test.kind === 'io') return `Input:\n${test.stdin}\nOutput:\n${test.stdout}`;
  if (test.kind === 'call')
    return `${test.function}(${test.args.map((value) => JSON.stringify(value)).join(', ')})\n→ ${JSON.stringify(test.expected)}`;
  const rows = test.rows
    ? `\n${[test.rows.columns, ...test.rows.values].map((row) => row.join(' | ')).join('\n')}`
    : '';
  return `${test.file}${rows}`;
}

function list(heading: string, texts: readonly string[]): Html | '' {
  if (texts.length === 0) return '';
  return html`<section><h3 class="text-sm font-semibold">${heading}</h3><ol class="list-decimal pl-5 text-[0.9375rem]">${texts.map((text) => html`<li>${text}</li>`)}</ol></section>`;
}

export function rubricTable(rubric: Question['rubric']): Html | '' {
  if (rubric.length === 0) return '';
  return html`<section><h3 class="text-sm font-semibold">Rubric</h3>${rubric.map(
    ({ criterion, levels }) =>
      html`<h4 class="mt-2 text-sm font-medium">${criterion}</h4><ol class="list-decimal pl-5 text-sm text-quiet">${levels.map((text) => html`<li>${text}</li>`)}</ol>`,
  )}</section>`;
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
    title: 'Questions – code-room',
    description: 'Questions for interviews, each with starter code, tests, hints and a solution.',
    body: html`<div class="wrap">
<h1 class="page-title">Questions</h1>
<p class="lead">Choose some when you <a href="/">make a room</a>, or ask one in a room from the interviewer panel.</p>
${
  error
    ? html`<p role="alert" class="mt-6">${error}</p>`
    : html`<form action="/questions" class="card mt-6 flex flex-wrap items-end gap-3 p-4">${searchFields(search, topics, html``)}<button class="button">Search</button></form>
${lines.length === 0 && html`<p class="mt-6">No question is like that.</p>`}
<ul class="mt-4">${lines.map((line) => html`<li class="border-t border-line py-2"><a href="/questions/${line.id}" class="font-medium">${line.title}</a><span class="block text-sm text-quiet">${about(line)}</span></li>`)}</ul>`
}
</div>`,
  });
}

export function questionPage(question: ReadQuestion): Html {
  return layout({
    title: `${question.title} – code-room`,
    body: html`<div class="wrap pt-6"><p class="mb-4 text-sm"><a href="/questions">All questions</a></p>
<h1 class="sr-only">${question.title}</h1>
<div class="max-w-[52rem]">${preview(question)}</div></div>`,
  });
}
