/** The activity log: takes what a candidate's page says of itself, as far as the room notes it at all; what comes close together becomes one line. */
import {
  ACTIVITY_KINDS,
  ACTIVITY_LIMITS,
  type ActivityEntry,
  type ActivityLevel,
  activityLevel,
  activitySetting,
  type Noticed,
} from '../shared/activity.js';
import { readEntries, type Stamp } from '../shared/entries.js';
import { ACTIVITY_DOCUMENT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { appendEntry } from './entry-lines.js';
import { write } from './own-edits.js';
import { countIn, EntryRefused, nameIn, textIn } from './posted.js';
import type { Room } from './room.js';

/** Larger than any file, and than any interview is long. */
const MOST = 10_000_000;

export function activityLevelOf({ documents }: Pick<Room, 'documents'>): ActivityLevel {
  return activityLevel(documents.get(ACTIVITY_DOCUMENT)?.text.toString() ?? '');
}

/** Said when the room is made, and never changed: people join by it. */
export function setActivityLevel(room: Room, level: ActivityLevel): void {
  const document = room.documents.get(ACTIVITY_DOCUMENT);
  if (document && level !== 'off') write(room, document, activitySetting(level));
}

/** `{"explain":id,"text"}` says something to a line of one's own; else it is a Noticed, in one of these files. */
export function noteActivity(
  text: string,
  entry: Record<string, unknown>,
  stamp: Stamp,
  files: readonly string[],
): string {
  const level = activityLevel(text);
  if (level === 'off') throw new EntryRefused(sentenceFor('log-off'));
  const lines = readEntries<ActivityEntry>(text);
  const put = (all: readonly ActivityEntry[]) =>
    activitySetting(level) + all.map((line) => `${JSON.stringify(line)}\n`).join('');
  if ('explain' in entry) {
    const why = textIn(entry.text, ACTIVITY_LIMITS.why).trim();
    const own = lines.find(({ id, by }) => id === entry.explain && by === stamp.by);
    if (!own) throw new EntryRefused(sentenceFor('log-entry-unknown'));
    return put(lines.map((line) => (line === own ? { ...own, why } : line)));
  }
  const noticed = noticedIn(entry, level, files);
  const late = entry.late === undefined ? 0 : countIn(entry.late, ACTIVITY_LIMITS.lateSeconds);
  const at = stamp.at - late * 1_000;
  const last = lines.findLast(({ by }) => by === stamp.by);
  if (last && goTogether(last, noticed, at)) {
    const sum = (field: 'characters' | 'lines' | 'seconds') => last[field] + noticed[field];
    const together = {
      characters: sum('characters'),
      lines: sum('lines'),
      seconds: sum('seconds'),
      line: noticed.line,
    };
    const [first, until] = [Math.min(last.at, at), Math.max(last.until, at)];
    const more = { ...last, ...together, at: first, count: last.count + 1, until };
    return put(lines.map((line) => (line === last ? more : line)));
  }
  const added = appendEntry(put(lines).slice(activitySetting(level).length), {
    ...stamp,
    at,
    ...noticed,
    count: 1,
    until: at,
    why: '',
  });
  return activitySetting(level) + added;
}

/** All of it happened within the time of a cluster, from when the first began: whoever was away comes back at `at`. */
function goTogether(last: ActivityEntry, noticed: Noticed, at: number): boolean {
  const { kind, file, why, until } = last;
  const began = Math.min(last.at - last.seconds * 1_000, at - noticed.seconds * 1_000);
  const took = Math.max(until, at) - began;
  return kind === noticed.kind && file === noticed.file && why === '' && took < ACTIVITY_LIMITS.clusterMs;
}

/** Of a minimal log the room leaves out what it does not note, whatever a page sends. */
function noticedIn(entry: Record<string, unknown>, level: ActivityLevel, files: readonly string[]): Noticed {
  const kind = ACTIVITY_KINDS.find((one) => one === entry.kind);
  if (!kind) throw new EntryRefused(sentenceFor('entry-unreadable'));
  if (kind === 'away' && level !== 'full') throw new EntryRefused(sentenceFor('log-off'));
  const away = kind === 'away';
  const named = nameIn(entry.file);
  // A page may say any name, and a file may have been removed meanwhile.
  const file = !away && files.includes(named) ? named : '';
  return {
    kind,
    characters: away ? 0 : countIn(entry.characters, MOST),
    lines: away ? 0 : countIn(entry.lines, MOST),
    file,
    line: file === '' || level !== 'full' ? 0 : countIn(entry.line, MOST),
    seconds: away ? countIn(entry.seconds, MOST) : 0,
  };
}
