/** The report of an interview: participants, results and course of events; as data and as Markdown. */

import { type ActivityEntry, activityWords } from '../shared/activity.js';
import type { AiRule } from '../shared/ai-rule.js';
import { type ChatEntry, hasOlder, type MomentEntry } from '../shared/entries.js';
import type { FocusStretch } from '../shared/focus.js';
import { day, dayAndTime, duration, startedAndEnded } from '../shared/format-time.js';
import type { Output } from '../shared/output.js';
import { type Proposal, proposedLines } from '../shared/proposals.js';
import type { Role } from '../shared/roles.js';
import type { Exchange } from '../shared/talk.js';
import type { ReportedHelp } from './help-history.js';
import type { ReplayedRun } from './history.js';
import type { ReportedQuestion } from './question-history.js';
import { type ReportedScores, scoresMarkdown } from './report-scores.js';
import { testsMarkdown } from './report-tests.js';
import { focusEnd, type TimelineEvent, timelineMarkdown } from './report-timeline.js';
import { fence, inline, inParts, ZONE } from './report-words.js';
import type { ReportedTest, ReportedTestRun } from './test-history.js';

/** Times are milliseconds since 1970. */
export interface Report extends ReportedScores {
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
  talk?: Exchange[];
  proposals?: Proposal[];
  /** What was written in the chats, and the moments that interviewers noted, as far as the room keeps them in sight; left out when there is none. */
  chat?: ReportedWords[];
  moments?: MomentEntry[];
  /** The activity log, as candidates saw it too, and the times in which they were alone with the code; left out when there is none. */
  activityLog?: ActivityEntry[];
  focus?: FocusStretch[];
  runs: ReplayedRun[];
  /** What happened, in order: of all the parts above, in a few words. */
  timeline?: TimelineEvent[];
}

export interface ReportedWords extends ChatEntry {
  to: 'all' | 'interviewers';
}

/** Characters shown of a run's output; the replay has all of it. */
const OUTPUT_SHOWN = 2_000;

export function reportMarkdown(report: Report): string {
  return `${reportParts(report).join('\n\n')}\n`;
}

/** The report in Markdown, part by part, each short enough to be rendered. */
export function reportParts(report: Report): string[] {
  const { title, brief, notes, people, files, help = [], questions = [], tests = [], testRuns = [], runs } = report;
  const { chat = [], moments = [], talk = [], proposals = [] } = report;
  const { activityLog = [], focus = [] } = report;
  const words = { inline, fence, duration, time: (ms: number) => dayAndTime(ms, ZONE) };
  return [
    `# ${inline(title || 'Interview')}`,
    times(report),
    '## People',
    ...(people.length > 0 ? inParts(people.map(person)) : ['Nobody has joined.']),
    ...timelineMarkdown(report),
    ...scoresMarkdown(report, moments),
    ...(help.length > 0 ? ['## Help of the editor', help.map(helped).join('\n')] : []),
    ...(brief && questions.length === 0 ? ['## Task', fence(brief)] : []),
    ...(notes ? ['## Notes', fence(notes)] : []),
    ...(moments.length > 0 ? ['## Noted moments', ...before(moments), ...inParts(moments.map(moment))] : []),
    ...(questions.length > 0 ? ['## Questions', ...questions.flatMap(question)] : []),
    // The files of the current question are shown in its section.
    ...(questions.some(({ current }) => current) ? [] : ['## Code', ...files.flatMap((one) => file(one, '###'))]),
    ...testsMarkdown(tests, testRuns, words),
    ...(chat.length > 0 ? ['## Chat', ...before(...inChats(chat)), ...inParts(chat.map(spoken))] : []),
    ...(focus.length > 0 ? ['## Private time', ...inParts(focus.map((stretch) => alone(stretch, report)))] : []),
    ...(activityLog.length > 0 ? ['## Activity log', ...inParts(activityLog.map(noted))] : []),
    ...(report.ai
      ? [`## AI`, AI_SAID[report.ai], ...before(talk.map(({ question }) => question)), ...talk.flatMap(exchange)]
      : []),
    ...(proposals.length > 0 ? ['## Proposals', ...proposals.flatMap((one, index) => proposed(one, index + 1))] : []),
    '## Runs',
    ...(runs.length === 0 ? ['Nothing was run.'] : runs.flatMap(run)),
  ];
}

/** Where there was more than a room keeps in sight. */
function before(...lists: readonly { id: number }[][]): string[] {
  return lists.some((entries) => hasOlder(entries)) ? ['What was before is in the replay only.'] : [];
}

function inChats(chat: readonly ReportedWords[]): ReportedWords[][] {
  return (['all', 'interviewers'] as const).map((whom) => chat.filter(({ to }) => to === whom));
}

function person({ name, role, edits, firstEditAt, lastEditAt }: Report['people'][number]): string {
  const from =
    firstEditAt === undefined || lastEditAt === undefined
      ? ''
      : `, the first ${dayAndTime(firstEditAt, ZONE)}, the last ${dayAndTime(lastEditAt, ZONE)}`;
  return `- ${inline(name || 'Somebody')} (${role}): ${edits === 1 ? '1 edit' : `${edits} edits`}${from}`;
}

const HELPED = { none: 'No help', basic: 'Words, keywords and brackets', full: 'All help' };

function helped({ help, at, by }: ReportedHelp): string {
  return `- ${HELPED[help]}, ${dayAndTime(at, ZONE)}${by ? `, by ${inline(by)}` : ''}`;
}

function moment({ at, kind, text, name, file }: MomentEntry): string {
  const where = file ? `, in ${inline(file)}` : '';
  return `- ${dayAndTime(at, ZONE)}, ${inline(name)}: ${kind}${text ? `, ${inline(text)}` : ''}${where}`;
}

function spoken({ at, name, text, to }: ReportedWords): string {
  const whom = to === 'all' ? '' : ' (to interviewers)';
  return `- ${dayAndTime(at, ZONE)}, ${inline(name)}${whom}: ${inline(text)}`;
}

function alone(stretch: FocusStretch, { writtenAt = Number.POSITIVE_INFINITY, endedAt }: Report): string {
  const end = focusEnd(stretch, endedAt);
  const how = stretch.endedAt ? 'ended by them' : end === endedAt ? 'until the end' : 'until its time was over';
  const took = end > writtenAt ? 'not over yet' : `${duration(end - stretch.at)}, ${how}`;
  return `- ${dayAndTime(stretch.at, ZONE)}, ${inline(stretch.name)}: ${took}`;
}

function noted(entry: ActivityEntry): string {
  const why = entry.why ? `. They say: ${inline(entry.why)}` : '';
  return `- ${dayAndTime(entry.at, ZONE)}, ${inline(entry.name)}: ${inline(activityWords(entry))}${why}`;
}

const AI_SAID: Record<AiRule, string> = {
  off: 'AI was off.',
  allowed: 'AI was allowed.',
  required: 'AI was required.',
};

function exchange({ question, answer }: Exchange): string[] {
  const files = question.files.length > 0 ? `, with ${question.files.map(inline).join(', ')}` : '';
  const why = answer && answer.state !== 'done' ? ` (${answer.state})` : '';
  return [
    `${inline(question.name)} asked, ${dayAndTime(question.at, ZONE)}${files}:`,
    fence(question.text),
    ...(answer ? [`The AI answered${why}:`, fence(answer.text || answer.sentence || 'Nothing.')] : ['No answer came.']),
  ];
}

function proposed({ name, at, file, why, places, state, judged }: Proposal, n: number): string[] {
  const became = judged ? `${state} by ${inline(judged.name)}, ${dayAndTime(judged.at, ZONE)}` : 'not decided';
  const lines = places.map((place) => {
    const { before, after } = proposedLines(place);
    const marked = [...before.map((line) => `- ${line}`), ...after.map((line) => `+ ${line}`)];
    return [`@@ line ${place.line} @@`, ...marked].join('\n');
  });
  return [
    `Proposal ${n} by ${inline(name)} for ${inline(file)}, ${dayAndTime(at, ZONE)}: ${became}.${why ? ` ${inline(why)}` : ''}`,
    fence(lines.join('\n'), 'diff'),
  ];
}

function file({ name, language, text }: Report['files'][number], heading: string): string[] {
  return [`${heading} ${inline(name)}`, fence(text, language)];
}

/** The section of one question: hints, test results and files. */
function question({ title, askedAt, language, hints, stages, tests, files }: ReportedQuestion): string[] {
  const given = [
    ...hints.map(({ at }, index) => ({ at, what: `Hint ${index + 1}` })),
    ...stages.map(({ title, at }) => ({ at, what: `Next part: ${inline(title)}` })),
  ].sort((one, other) => one.at - other.at);
  const passed = tests.filter(({ state }) => state === 'passed').length;
  return [
    `### ${inline(title)}`,
    `Asked in ${inline(language)}, ${dayAndTime(askedAt, ZONE)}.`,
    ...(given.length > 0 ? [given.map(({ at, what }) => `- ${what}, ${dayAndTime(at, ZONE)}`).join('\n')] : []),
    ...(tests.length > 0
      ? [
          `${passed} of ${tests.length} tests passed.`,
          tests.map(({ name, state, hidden }) => `- ${inline(name)}: ${state}${hidden ? ' (hidden)' : ''}`).join('\n'),
        ]
      : []),
    ...files.flatMap((one) => file(one, '####')),
  ];
}

function run({ run, name, language, state, startedAt, durationMs, output }: ReplayedRun): string[] {
  const text = output.map((piece) => printed(piece, name)).join('');
  const shown = text.length > OUTPUT_SHOWN ? `${text.slice(0, OUTPUT_SHOWN)}\n[…]` : text;
  return [
    `### Run ${run}: ${state}`,
    `${inline(name)}, ${inline(language)}, ${dayAndTime(startedAt, ZONE)}, ${duration(durationMs)}.`,
    ...(shown ? [fence(shown)] : []),
  ];
}

/** Images and files are left to the replay, since base64 is not readable. A file is `name\tmime\tsize\tbase64`. */
function printed({ kind, text }: Output, name: string): string {
  // A note is written by the page that ran the program, so the report says whose page it was.
  if (kind === 'note') return `[${name}’s page: ${text}]\n`;
  if (kind === 'image') return '[image]\n';
  return kind === 'file' ? `[file ${text.split('\t', 1)[0]}]\n` : text;
}

/** From the first activity: a room is often created days before. */
function times({ createdAt, endedAt, state, people, runs }: Report): string {
  const done = [...people.map(({ firstEditAt }) => firstEditAt), ...runs.map(({ startedAt }) => startedAt)];
  const deeds = done.filter((time) => time !== undefined);
  if (deeds.length === 0 && endedAt === undefined)
    return `Made ${dayAndTime(createdAt, ZONE)} UTC. Nothing was done yet.`;
  const started = deeds.length > 0 ? Math.min(...deeds) : createdAt;
  const lasts = people.map(({ lastEditAt }) => lastEditAt ?? started);
  // Rooms that ended before the time of the end was stored: the last activity counts as the end.
  const ended = state === 'ended' ? (endedAt ?? Math.max(started, ...lasts)) : undefined;
  return `${day(started, ZONE)}. ${startedAndEnded(started, ended, ZONE)}. All times are UTC.`;
}
