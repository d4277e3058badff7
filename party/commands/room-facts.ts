/** What a room says about itself. Somebody who has not been admitted learns only what they wait for. */

import { activityLevelOf } from '../room/activity.js';
import { helpIn } from '../room/help.js';
import type { Room } from '../room/room.js';
import { isGuestName } from '../room/roster.js';
import { personColor } from '../shared/colors.js';
import { DEFAULT_LANGUAGE } from '../shared/languages.js';
import { BRIEF_DOCUMENT } from '../shared/protocol.js';
import { may, type Role } from '../shared/roles.js';
import type { RoomFacts } from './command.js';

/** `role` is null for somebody in the lobby. */
export function factsOf({ record, roster, run, documents, files, lobby }: Room, role: Role | null): RoomFacts {
  const people = roster.present().map(({ id, name, role, color }) => ({ id, name, role, color: personColor(color) }));
  const { title, createdAt, expiresAt } = record;
  const help = helpIn(documents);
  const log = activityLevelOf({ documents });
  const language = documents.get(files.entry)?.language || DEFAULT_LANGUAGE;
  return {
    title,
    brief: role ? (documents.get(BRIEF_DOCUMENT)?.text.toString() ?? '') : '',
    state: record.ended ? 'ended' : 'open',
    lobby: record.lobby,
    ...(record.rehearsal && { rehearsal: true as const }),
    ...(role === null && expectedIn(roster)),
    locked: record.locked,
    language,
    ...(help !== 'full' && { help }),
    ...(record.ai !== 'off' && { ai: record.ai }),
    ...(log !== 'off' && { log }),
    createdAt,
    expiresAt,
    people: role ? people : [],
    ...(role && may(role, 'admit')
      ? { waiting: lobby.knocks.map(({ person: id, name, role }) => ({ id, name, role })) }
      : {}),
    ...(role && run.record ? { run: lastRun(run) } : {}),
  };
}

/** A guest's name tells nobody who it is. */
function expectedIn(roster: Room['roster']): Pick<RoomFacts, 'expected'> {
  const interviewers = roster
    .all()
    .filter(({ id, role, name }) => may(role, 'admit') && !roster.isRemoved(id) && !isGuestName(name));
  return interviewers.length > 0 ? { expected: interviewers.map(({ name }) => name) } : {};
}

function lastRun(run: Room['run']): NonNullable<RoomFacts['run']> {
  const { record, startedAt } = run;
  if (!record) throw new TypeError('Nothing has been run.');
  const durationMs = run.on ? {} : { durationMs: record.elapsedMs };
  return { id: String(record.run), language: record.language, state: record.state, startedAt, ...durationMs };
}
