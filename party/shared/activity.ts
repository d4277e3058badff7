/** The activity log: what it notes of a candidate, from when on, and in which words. Candidates read the same as interviewers; nothing counts points. */
import { readEntries, type Stamp } from './entries.js';
import { fill } from './sentence.js';

/** Nothing; how much came in from where; and also in which line, and when the page was left for long. */
export const ACTIVITY_LEVELS = ['off', 'minimal', 'full'] as const;
export type ActivityLevel = (typeof ACTIVITY_LEVELS)[number];

/** `paste`: pasted or dropped from outside the room; `insert`: much text at once in another way; `away`: the page was out of sight for long. */
export const ACTIVITY_KINDS = ['paste', 'insert', 'away'] as const;
type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** From when on something is noted. */
export const ACTIVITY_LIMITS = {
  /** Characters that are pasted: a name or a number that was looked up is none of anybody's business. */
  pasted: 40,
  /** Characters that come at once in another way. Nobody types so many. */
  inserted: 200,
  /** How long the page is out of sight: a message that is waved away takes less. */
  awayMs: 30_000,
  /** What is of one kind and in one file becomes one line within this time. */
  clusterMs: 60_000,
  /** How late a page may say something: private time is over long before, and so is a connection that was lost. */
  lateSeconds: 3_600,
  /** Characters of the reason that a candidate adds. */
  why: 500,
} as const;

/** What a page says of its person; the room adds who and when. The text itself is never part of it. */
export interface Noticed {
  kind: ActivityKind;
  /** UTF-16 units that came in, and their lines; 0 for `away`. */
  characters: number;
  lines: number;
  /** Where it went, counted from 1; empty and 0 for `away` and for a file that is not there, and 0 where the log is minimal. */
  file: string;
  line: number;
  /** How long the page was out of sight; 0 for what came in. */
  seconds: number;
}

/** `late`: for how many whole seconds the page could not say it; 0 where it is left out. */
export interface PostedActivity extends Noticed {
  late?: number;
}

/** A line of the log. `at` is the time of the first of `count`, `until` of the last, whenever the room heard of them; amounts are those of all together. */
export interface ActivityEntry extends Stamp, Noticed {
  count: number;
  until: number;
  /** What the candidate says to it; empty: nothing. */
  why: string;
}

/** In the order in which it happened: the room may hear late of what is older. */
export function readActivity(text: string): ActivityEntry[] {
  return readEntries<ActivityEntry>(text).sort((one, other) => one.at - other.at);
}

/** The first line of the document says how much is noted; an empty one: nothing. */
export function activityLevel(text: string): ActivityLevel {
  const [, level] = /^\{"log":"(\w+)"\}/.exec(text) ?? [];
  return ACTIVITY_LEVELS.find((one) => one === level) ?? 'off';
}

export function activitySetting(level: ActivityLevel): string {
  return level === 'off' ? '' : `${JSON.stringify({ log: level })}\n`;
}

/** The texts of a line, with values in braces. */
export const ACTIVITY_TEXTS = {
  'away-seconds': 'Away from this page for {seconds:second|seconds}',
  'away-minutes': 'Away from this page for {minutes:minute|minutes}',
  'away-often-seconds': 'Away from this page {count} times within a minute, {seconds:second|seconds} in all',
  'away-often-minutes': 'Away from this page {count} times within a minute, {minutes:minute|minutes} in all',
  inserted: '{amount} came at once',
  'inserted-into': '{amount} came at once into {place}',
  'inserted-often': 'Much text came at once {count} times within a minute, {amount} in all',
  'inserted-often-into': 'Much text came at once {count} times within a minute, {amount} in all, into {place}',
  pasted: 'Pasted {amount} from outside this room',
  'pasted-into': 'Pasted {amount} from outside this room into {place}',
  'pasted-often': 'Pasted from outside this room {count} times within a minute, {amount} in all',
  'pasted-often-into': 'Pasted from outside this room {count} times within a minute, {amount} in all, into {place}',
  characters: '{characters} characters',
  'characters-lines': '{characters} characters ({lines} lines)',
  line: '{file}, line {line}',
  'last-line': '{file}, last in line {line}',
} as const;

type Say = (text: string, values: Readonly<Record<string, string | number>>) => string;

/** The same sentence for everybody who may read it. */
export function activityWords(entry: ActivityEntry): string {
  return activitySaid(entry, fill, 'en');
}

/** In another language: `say` translates a text, and `language` is that of numbers. */
export function activitySaid(entry: ActivityEntry, say: Say, language: string): string {
  const { kind, count, characters, lines, file, line, seconds } = entry;
  const often = count === 1 ? '' : '-often';
  if (kind === 'away') {
    const minutes = Math.round(seconds / 60);
    const unit = seconds < 60 ? 'seconds' : 'minutes';
    return say(ACTIVITY_TEXTS[`away${often}-${unit}`], { count, seconds, minutes });
  }
  const size = ACTIVITY_TEXTS[lines > 1 ? 'characters-lines' : 'characters'];
  const amount = say(size, { characters: characters.toLocaleString(language), lines });
  const place = line > 0 ? say(ACTIVITY_TEXTS[count === 1 ? 'line' : 'last-line'], { file, line }) : file;
  const into = file === '' ? '' : '-into';
  return say(ACTIVITY_TEXTS[`${kind === 'insert' ? 'inserted' : 'pasted'}${often}${into}`], { amount, count, place });
}

const { pasted, inserted, awayMs } = ACTIVITY_LIMITS;
const INCOMING = `when a candidate pastes ${pasted} characters or more from outside the room, or ${inserted} or more come at once in another way: how many, in which file`;
const FAIR =
  'The candidate sees each line at once, in the same words as the interviewers, and can say something to it. What was pasted is not in it, and nothing is scored.';

/** What each log contains: said before anybody joins. */
export const ACTIVITY_NOTICES: Readonly<Record<ActivityLevel, string>> = {
  off: 'In this room there is no activity log.',
  minimal: `This room keeps a short activity log. It notes ${INCOMING}. ${FAIR}`,
  full: `This room keeps an activity log. It notes ${INCOMING} and line, and when the page is out of sight for ${awayMs / 1000} seconds or more. ${FAIR}`,
};
