/** The report of an interview: participants, results and course of events; as data and as Markdown. */

import { RELEASE_MS } from '../room/ending.js';
import { type ActivityEntry, activitySaid } from '../shared/activity.js';
import type { AiRule } from '../shared/ai-rule.js';
import { type ChatEntry, hasOlder, type MomentEntry } from '../shared/entries.js';
import type { FocusStretch } from '../shared/focus.js';
import type { Output } from '../shared/output.js';
import { outputText } from '../shared/output-text.js';
import { changedLines, type Proposal } from '../shared/proposals.js';
import type { Role } from '../shared/roles.js';
import type { TalkTurn } from '../shared/talk.js';
import type { ReportedHelp } from './help-history.js';
import type { ReplayedRun } from './history.js';
import { fence, inline, inParts } from './markdown-text.js';
import type { ReportedQuestion } from './question-history.js';
import { type ReportedScores, scoresMarkdown } from './report-scores.js';
import {
  courseIn,
  durationIn,
  IN_ENGLISH,
  MOMENT_WORDS,
  type ReportSpeech,
  ROLE_WORDS,
  STATE_WORDS,
  timeIn,
  type Words,
  wordIn,
} from './report-speech.js';
import { testsMarkdown } from './report-tests.js';
import { focusEnd, type TimelineEvent, timelineMarkdown } from './report-timeline.js';
import type { ReportedTest, ReportedTestRun } from './test-history.js';
import type { ReportedTimer } from './timer-history.js';

/** Times are milliseconds since 1970. */
export interface Report extends ReportedScores, ReportedTimer {
  id: string;
  title: string;
  brief: string;
  notes: string;
  createdAt: number;
  endedAt?: number;
  /** When the report was written. */
  writtenAt?: number;
  state: 'open' | 'ended';
  people: { id: string; name: string; role: Role; edits: number; firstEditAt?: number; lastEditAt?: number }[];
  files: { name: string; language: string; text: string }[];
  /** How much the editor helped, each time that was changed; left out where it always helped in full. */
  help?: ReportedHelp[];
  /** In the order of their numbers; left out when no question was asked. */
  questions?: ReportedQuestion[];
  /** The tests that exist at the end; left out when there are none. */
  tests?: ReportedTest[];
  testRuns?: ReportedTestRun[];
  /** Whether people might use AI; left out where it was off. What they asked the AI of the server, and what was proposed, as far as the room keeps them in sight. */
  ai?: AiRule;
  talk?: TalkTurn[];
  proposals?: Proposal[];
  /** What was written in the chats, and the moments that interviewers noted, as far as the room keeps them in sight; left out when there is none. */
  chat?: ReportedMessage[];
  moments?: MomentEntry[];
  /** The activity log, as candidates saw it too, and the times in which they were alone with the code; left out when there is none. */
  activityLog?: ActivityEntry[];
  focus?: FocusStretch[];
  runs: ReplayedRun[];
  /** What happened, in order: of all the parts above, in a few words. */
  timeline?: TimelineEvent[];
}

export interface ReportedMessage extends ChatEntry {
  to: 'all' | 'interviewers';
}

/** Characters shown of a run's output; the replay has all of it. */
const OUTPUT_SHOWN = 2_000;

const HELP_WORDS = {
  none: 'No help',
  basic: 'Words, keywords and brackets',
  full: 'All help',
} as const satisfies Words;

const AI_WORDS = {
  off: 'AI was off.',
  allowed: 'AI was allowed.',
  required: 'AI was required.',
} as const satisfies Record<AiRule, string> satisfies Words;

/** In English unless the reader's language is brought along. */
export function reportMarkdown(report: Report, speech?: ReportSpeech): string {
  return `${reportParts(report, speech).join('\n\n')}\n`;
}

/** The report in Markdown, part by part, each short enough to be rendered. */
export function reportParts(report: Report, speech: ReportSpeech = IN_ENGLISH): string[] {
  const { title, brief, notes, people, files, help = [], questions = [], tests = [], testRuns = [], runs } = report;
  const { chat = [], moments = [], talk = [], proposals = [], activityLog = [], focus = [] } = report;
  const { t } = speech;
  const before = (...lists: readonly { id: number }[][]) =>
    lists.some((entries) => hasOlder(entries)) ? [t('What was before is in the replay only.')] : [];
  const each = <T>(items: readonly T[], line: (item: T, speech: ReportSpeech) => string) =>
    inParts(items.map((item) => line(item, speech)));
  return [
    `# ${inline(title || t('Interview'))}`,
    times(report, speech),
    `## ${t('People')}`,
    ...(people.length > 0 ? each(people, person) : [t('Nobody has joined.')]),
    ...timelineMarkdown(report, speech),
    ...scoresMarkdown(report, moments, speech),
    ...(help.length > 0 ? [`## ${t('Help of the editor')}`, ...each(help, helped)] : []),
    ...(brief && questions.length === 0 ? [`## ${t('Task')}`, fence(brief)] : []),
    ...(notes ? [`## ${t('Notes')}`, fence(notes)] : []),
    ...(moments.length > 0 ? [`## ${t('Noted moments')}`, ...before(moments), ...each(moments, moment)] : []),
    ...(questions.length > 0 ? [`## ${t('Questions')}`, ...questions.flatMap((one) => question(one, speech))] : []),
    // The files of the current question are shown in its section.
    ...(questions.some(({ current }) => current)
      ? []
      : [`## ${t('Code')}`, ...files.flatMap((one) => file(one, '###'))]),
    ...testsMarkdown(tests, testRuns, speech),
    ...(chat.length > 0 ? [`## ${t('Chat')}`, ...before(...inChats(chat)), ...each(chat, spoken)] : []),
    ...(focus.length > 0
      ? [`## ${t('Private time')}`, ...each(focus, (stretch) => alone(stretch, report, speech))]
      : []),
    ...(activityLog.length > 0
      ? [`## ${t('Activity log')}`, ...before(firstIs1(activityLog)), ...each(activityLog, noted)]
      : []),
    ...(report.ai
      ? [
          `## ${t('AI')}`,
          wordIn(speech, AI_WORDS, report.ai),
          ...before(talk.map(({ question }) => question)),
          ...talk.flatMap((one) => turn(one, speech)),
        ]
      : []),
    ...(proposals.length > 0
      ? [
          `## ${t('Proposals')}`,
          ...before(proposals),
          ...proposals.flatMap((one, index) => proposed(one, index + 1, speech)),
        ]
      : []),
    `## ${t('Runs')}`,
    ...(runs.length === 0 ? [t('Nothing was run.')] : runs.flatMap((one) => run(one, speech))),
  ];
}

/** Version 1 of the activity log is what the room notes, so its first line has the id 2. */
const firstIs1 = (log: readonly ActivityEntry[]) => log.map(({ id }) => ({ id: id - 1 }));

const inChats = (chat: readonly ReportedMessage[]) =>
  (['all', 'interviewers'] as const).map((whom) => chat.filter(({ to }) => to === whom));

function person(
  { name, role, edits, firstEditAt, lastEditAt }: Report['people'][number],
  speech: ReportSpeech,
): string {
  const { t } = speech;
  const who = { name: inline(name) || t('Somebody'), role: wordIn(speech, ROLE_WORDS, role), count: edits };
  if (firstEditAt === undefined || lastEditAt === undefined)
    return `- ${t('{name} ({role}): {count:edit|edits}', who)}`;
  const [first, last] = [timeIn(speech, firstEditAt), timeIn(speech, lastEditAt)];
  return `- ${t('{name} ({role}): {count:edit|edits}, the first {first}, the last {last}', { ...who, first, last })}`;
}

function helped({ help, at, by }: ReportedHelp, speech: ReportSpeech): string {
  const facts = [wordIn(speech, HELP_WORDS, help), timeIn(speech, at)];
  return `- ${[...facts, ...(by ? [speech.t('by {name}', { name: inline(by) })] : [])].join(', ')}`;
}

function moment({ at, kind, text, name, file }: MomentEntry, speech: ReportSpeech): string {
  const { t } = speech;
  const where = file && t('in {file}', { file: inline(file) });
  const facts = [wordIn(speech, MOMENT_WORDS, kind), inline(text), where].filter(Boolean).join(', ');
  return `- ${timeIn(speech, at)}, ${inline(name)}: ${facts}`;
}

function spoken({ at, name, text, to }: ReportedMessage, speech: ReportSpeech): string {
  const who = to === 'all' ? inline(name) : speech.t('{name} (to interviewers)', { name: inline(name) });
  return `- ${timeIn(speech, at)}, ${who}: ${inline(text)}`;
}

function alone(
  stretch: FocusStretch,
  { writtenAt = Number.POSITIVE_INFINITY, endedAt }: Report,
  speech: ReportSpeech,
): string {
  const { t } = speech;
  const end = focusEnd(stretch, endedAt);
  // A room ends private time a little before it ends itself.
  const byEnd = endedAt !== undefined && endedAt - end < 2 * RELEASE_MS;
  const byThem = stretch.endedAt !== undefined && end < stretch.until;
  const how = byEnd ? t('until the end') : byThem ? t('ended by them') : t('until its time was over');
  const took = end > writtenAt ? t('not over yet') : `${durationIn(speech, end - stretch.at)}, ${how}`;
  return `- ${timeIn(speech, stretch.at)}, ${inline(stretch.name)}: ${took}`;
}

function noted(entry: ActivityEntry, speech: ReportSpeech): string {
  const { t, translated, tag = 'en' } = speech;
  const what = activitySaid(entry, translated, tag);
  const why = entry.why ? `. ${t('They say: {why}', { why: inline(entry.why) })}` : '';
  return `- ${timeIn(speech, entry.at)}, ${inline(entry.name)}: ${inline(what)}${why}`;
}

function turn({ question, answer }: TalkTurn, speech: ReportSpeech): string[] {
  const { t, heard } = speech;
  const asked = { name: inline(question.name), time: timeIn(speech, question.at) };
  const files = question.files.map(inline).join(', ');
  const state = answer && answer.state !== 'done' ? wordIn(speech, STATE_WORDS, answer.state) : '';
  return [
    files ? t('{name} asked, {time}, with {files}:', { ...asked, files }) : t('{name} asked, {time}:', asked),
    fence(question.text),
    ...(answer
      ? [
          state ? t('The AI answered ({state}):', { state }) : t('The AI answered:'),
          fence(answer.text || heard(answer.sentence) || t('Nothing.')),
        ]
      : [t('No answer came.')]),
  ];
}

function proposed({ name, at, file, why, places, state, judged }: Proposal, n: number, speech: ReportSpeech): string[] {
  const { t } = speech;
  const by = judged && { name: inline(judged.name), time: timeIn(speech, judged.at) };
  const accepted =
    by && (state === 'accepted' ? t('accepted by {name}, {time}', by) : t('declined by {name}, {time}', by));
  const made = { number: n, name: inline(name), file: inline(file), time: timeIn(speech, at) };
  const became = { ...made, state: accepted ?? t('not decided') };
  const lines = places.map((place) => {
    const { skipped, before, after } = changedLines(place);
    const marked = [...before.map((line) => `- ${line}`), ...after.map((line) => `+ ${line}`)];
    return [`@@ ${t('line {line}', { line: place.line + skipped })} @@`, ...marked].join('\n');
  });
  return [
    `${t('Proposal {number} by {name} for {file}, {time}: {state}.', became)}${why ? ` ${inline(why)}` : ''}`,
    fence(lines.join('\n'), 'diff'),
  ];
}

function file({ name, language, text }: Report['files'][number], heading: string): string[] {
  return [`${heading} ${inline(name)}`, fence(text, language)];
}

/** The section of one question: hints, test results and files. */
function question(
  { title, askedAt, language, hints, stages, tests, files }: ReportedQuestion,
  speech: ReportSpeech,
): string[] {
  const { t } = speech;
  const given = [
    ...hints.map(({ at }, index) => ({ at, what: t('Hint {number}', { number: index + 1 }) })),
    ...stages.map(({ title, at }) => ({ at, what: t('Next part: {title}', { title: inline(title) }) })),
  ].sort((one, other) => one.at - other.at);
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const result = ({ name, state, hidden }: ReportedQuestion['tests'][number]) =>
    `- ${inline(name)}: ${wordIn(speech, STATE_WORDS, state)}${hidden ? ` (${t('hidden')})` : ''}`;
  return [
    `### ${inline(title)}`,
    t('Asked in {language}, {time}.', { language: inline(language), time: timeIn(speech, askedAt) }),
    ...inParts(given.map(({ at, what }) => `- ${what}, ${timeIn(speech, at)}`)),
    ...(tests.length > 0
      ? [t('{passed} of {all} tests passed.', { passed, all: tests.length }), ...inParts(tests.map(result))]
      : []),
    ...files.flatMap((one) => file(one, '####')),
  ];
}

function run(
  { run, name, language, state, startedAt, durationMs, output }: ReplayedRun,
  speech: ReportSpeech,
): string[] {
  const text = outputText(output, (piece) => printed(piece, name, speech));
  const shown = text.length > OUTPUT_SHOWN ? `${text.slice(0, OUTPUT_SHOWN)}\n[…]` : text;
  const facts = [inline(name), inline(language), timeIn(speech, startedAt), durationIn(speech, durationMs)];
  return [
    `### ${speech.t('Run {run}: {state}', { run, state: wordIn(speech, STATE_WORDS, state) })}`,
    `${facts.join(', ')}.`,
    ...(shown ? [fence(shown)] : []),
  ];
}

/** Images and files are left to the replay, since base64 is not readable. A file is `name\tmime\tsize\tbase64`. */
function printed({ kind, text }: Output, name: string, { t, heard }: ReportSpeech): string {
  // A note is written by the page that ran the program, so the report says whose page it was.
  if (kind === 'note') return `[${t('{name}’s page: {text}', { name, text: heard(text) })}]`;
  if (kind === 'image') return t('[image]');
  return kind === 'file' ? `[${t('file {name}', { name: text.split('\t', 1)[0] ?? '' })}]` : text;
}

/** From the first activity: a room is often created days before. */
function times({ createdAt, endedAt, state, people, runs }: Report, speech: ReportSpeech): string {
  const done = [...people.map(({ firstEditAt }) => firstEditAt), ...runs.map(({ startedAt }) => startedAt)];
  const deeds = done.filter((time) => time !== undefined);
  if (deeds.length === 0 && endedAt === undefined)
    return speech.t('Made {time} UTC. Nothing was done yet.', { time: timeIn(speech, createdAt) });
  const started = deeds.length > 0 ? Math.min(...deeds) : createdAt;
  const lasts = people.map(({ lastEditAt }) => lastEditAt ?? started);
  // Rooms that ended before the time of the end was stored: the last activity counts as the end.
  const ended = state === 'ended' ? (endedAt ?? Math.max(started, ...lasts)) : undefined;
  return courseIn(speech, started, ended);
}
