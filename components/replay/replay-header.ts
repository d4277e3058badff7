// Checks the first line of a replay file, which may come from anybody.
import { isRecord } from '../../party/shared/json.js';
import { REPLAY_LIMITS, type ReplayHeader } from '../../party/shared/replay-file.js';

/** A replay of a later version of the format. */
export function isNewer(value: unknown): boolean {
  return isRecord(value) && value.format === 'code-room-replay' && Number(value.version) > 1;
}

export function isHeader(value: unknown): value is ReplayHeader {
  if (!isRecord(value) || value.format !== 'code-room-replay') return false;
  const { version, room, title, startedAt, people, files } = value;
  const said = [room, title, startedAt].every((text) => typeof text === 'string');
  if (version !== 1 || !said || Number.isNaN(Date.parse(String(startedAt)))) return false;
  return isList(people, isPerson) && isList(files, isText);
}

/** A header of more than a room keeps. */
export function isTooLarge({ people, files }: ReplayHeader): boolean {
  return people.length > REPLAY_LIMITS.people || files.length > REPLAY_LIMITS.files;
}

function isPerson({ id, name, role, color }: Record<string, unknown>): boolean {
  return [id, name, role, color].every((text) => typeof text === 'string');
}

/** A kind of a later version is known to no player, and shown by none. */
function isText({ id, kind, name, language, question, hidden, removed }: Record<string, unknown>): boolean {
  const numbers =
    Number.isSafeInteger(id) && [question, removed].every((n) => n === undefined || Number.isSafeInteger(n));
  const told = hidden === undefined || typeof hidden === 'boolean';
  return numbers && told && [kind, name, language].every((text) => typeof text === 'string');
}

function isList(value: unknown, is: (one: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isRecord(one) && is(one));
}
