/** Rehearsal: in a room that has it, whoever comes before an interviewer waits, and is let in as soon as one is there. */
import { may } from '../shared/roles.js';
import type { Room } from './room.js';

/** Nobody is here yet who could begin. An ended room has nothing to wait for. */
export function awaitsInterviewer({ record, roster }: Room): boolean {
  return record.rehearsal && !record.ended && !roster.connections.some(({ role }) => may(role, 'admit'));
}

/** Lets in whoever waited for this alone; in a room with a lobby they go on waiting, to be admitted. */
export function endRehearsal(room: Room): void {
  const { record, lobby, services } = room;
  if (!record.rehearsal || record.lobby || awaitsInterviewer(room)) return;
  for (const applicant of lobby.applicants) services.admit(applicant);
}
