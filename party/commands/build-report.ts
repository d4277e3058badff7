/** Gathers a room's report: for an interviewer, with what that person may read; and the version that a candidate may have. */
import type { Storage } from '../engine/platform.js';
import type { Room } from '../room/room.js';
import { BRIEF_DOCUMENT, NOTES_DOCUMENT } from '../shared/protocol.js';
import type { Role } from '../shared/roles.js';
import type { RoomCode } from './command.js';
import { notedOf, postedIn } from './entry-history.js';
import { reportedHelp } from './help-history.js';
import { type Asker, sharesOf, storedRuns } from './history.js';
import { reportedQuestions, textsOf } from './question-history.js';
import type { Report } from './report.js';
import { reportedScores } from './report-scores.js';
import { timelineOf } from './report-timeline.js';
import { reportedTests } from './test-history.js';
import { reportedTimer } from './timer-history.js';

/** The files that this role may see, in tab order. */
export function code(room: Room, role: Role): RoomCode {
  return { files: textsOf(room, room.files.of(role)) };
}

export async function interviewReport(room: Room, storage: Storage, reader: Asker): Promise<Report> {
  return withTimeline({
    ...(await common(room, 'interviewer', textOf(room, NOTES_DOCUMENT), await peopleIn(room))),
    ...(await reportedTimer(room, () => true)),
    ...reportedTests(room),
    ...postedIn(room),
    ...reportedScores(room, reader),
    runs: await storedRuns(storage),
  });
}

/** Candidates' code, results and log, built of nothing but what they could read themselves: no notes, moments, scores, chat or hidden tests. */
export async function candidateReport(room: Room, storage: Storage): Promise<Report> {
  const runs = await storedRuns(storage);
  const ran = new Set(runs.map(({ person }) => person));
  // Observers cannot edit or run: whoever has was a candidate then.
  const people = (await peopleIn(room)).filter(
    ({ id, role, edits }) => role === 'candidate' || (role === 'observer' && (edits > 0 || ran.has(id))),
  );
  const ids = new Set(people.map(({ id }) => id));
  return withTimeline({
    ...(await common(room, 'candidate', '', people)),
    // Nobody is told that somebody else has more time.
    ...(await reportedTimer(room, (person) => ids.size === 1 && ids.has(person))),
    ...reportedTests(room, [false]),
    ...notedOf(room, ...ids),
    runs: runs.filter(({ person }) => ids.has(person)),
  });
}

function withTimeline(report: Report): Report {
  return { ...report, timeline: timelineOf(report) };
}

async function common(room: Room, role: Role, notes: string, people: Report['people']): Promise<Omit<Report, 'runs'>> {
  const { record } = room;
  const questions = await reportedQuestions(room, role);
  return {
    id: room.id,
    title: record.title,
    brief: textOf(room, BRIEF_DOCUMENT),
    notes,
    createdAt: record.createdAt,
    ...(record.endedAt && { endedAt: record.endedAt }),
    writtenAt: room.clock.now(),
    state: record.ended ? 'ended' : 'open',
    people,
    ...code(room, role),
    ...(await reportedHelp(room)),
    ...(questions.length > 0 && { questions }),
  };
}

async function peopleIn(room: Room): Promise<Report['people']> {
  const shares = await sharesOf(room);
  return room.roster.all().map(({ id, name, role }) => {
    const share = shares.get(id);
    const times = share && { firstEditAt: share.first, lastEditAt: share.last };
    return { id, name, role, edits: share?.edits ?? 0, ...times };
  });
}

function textOf({ documents }: Room, document: number): string {
  return documents.get(document)?.text.toString() ?? '';
}
