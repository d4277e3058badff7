/** The report of an interview: who was there, what came of it, and how; as data, and as Markdown for people. */
import type { ReplayedRun } from './history.js';
import type { Output } from './shared/protocol.js';
import type { Role } from './shared/roles.js';

/** Times are milliseconds since 1970. */
export interface Report {
  id: string;
  title: string;
  brief: string;
  notes: string;
  createdAt: number;
  state: 'open' | 'ended';
  people: { id: string; name: string; role: Role; edits: number; firstEditAt?: number; lastEditAt?: number }[];
  files: { name: string; language: string; text: string }[];
  runs: ReplayedRun[];
}

/** Output of a run that a report shows; all of it is in the replay. */
const OUTPUT_SHOWN = 2_000;

export function reportMarkdown(report: Report): string {
  const { title, createdAt, state, brief, notes, people, files, runs } = report;
  const parts = [
    `# ${inline(title || 'Interview')}`,
    `Begun ${when(createdAt)}, ${state === 'ended' ? 'ended' : 'not ended yet'}.`,
    '## People',
    people.map(person).join('\n') || 'Nobody has been here.',
    ...(brief ? ['## Task', fence(brief)] : []),
    ...(notes ? ['## Notes', fence(notes)] : []),
    '## Code',
    ...files.flatMap(({ name, language, text }) => [`### ${inline(name)}`, fence(text, language)]),
    '## Runs',
    ...(runs.length === 0 ? ['Nothing was run.'] : runs.flatMap(run)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function person({ name, role, edits, firstEditAt, lastEditAt }: Report['people'][number]): string {
  const stretch =
    firstEditAt === undefined || lastEditAt === undefined ? '' : `, ${when(firstEditAt)} to ${when(lastEditAt)}`;
  return `- ${inline(name || 'Somebody')} (${role}): ${edits === 1 ? '1 edit' : `${edits} edits`}${stretch}`;
}

function run({ run, name, language, state, startedAt, durationMs, output }: ReplayedRun): string[] {
  const text = output.map(printed).join('');
  const shown = text.length > OUTPUT_SHOWN ? `${text.slice(0, OUTPUT_SHOWN)}\n[…]` : text;
  const seconds = (durationMs / 1000).toFixed(1);
  return [
    `### Run ${run}: ${state}`,
    `${inline(name)}, ${language}, ${when(startedAt)}, ${seconds} s.`,
    ...(shown ? [fence(shown)] : []),
  ];
}

/** Pictures and files are in the replay; base64 is nothing to read. A file is `name\tmime\tsize\tbase64`. */
function printed({ kind, text }: Output): string {
  if (kind === 'image') return '[image]\n';
  return kind === 'file' ? `[file ${text.split('\t', 1)[0]}]\n` : text;
}

function when(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** What people wrote is text in a report, never its markup. */
function inline(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&-]/g, '\\$&');
}

/** Longer than any fence within. */
function fence(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}`;
}
