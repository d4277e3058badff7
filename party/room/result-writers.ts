/** Who may write test results: nobody in somebody else's name, and only interviewers about hidden tests. */
import type { ChangeSet, Text } from '@codemirror/state';
import { beginsIn, readResultLine } from '../shared/result-lines.js';
import { may } from '../shared/roles.js';
import type { ResultLine } from '../shared/test-results.js';
import { applyChange } from '../shared/text-change.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** Whether this connection may write everything that the change inserts. Existing lines, and lines that are no results, are not checked. */
export function mayWriteResults(room: Room, connection: RoomConnection, change: ChangeSet, before: Text): boolean {
  const after = applyChange(change, before);
  const [old, fresh] = [new Set<string>(), new Set<string>()];
  change.iterChangedRanges((fromA, toA, fromB, toB) => {
    for (const line of linesBetween(before, fromA, toA)) old.add(line);
    for (const line of linesBetween(after, fromB, toB)) fresh.add(line);
  });
  const lines = [...fresh].flatMap((line) => (old.has(line) ? [] : (readResultLine(line) ?? [])));
  // Read only for what needs them: the text may have thousands of lines, and a room knows up to a thousand people.
  const results = lines.some(({ type }) => type === 'result');
  const begins: Begins = results ? beginsIn(after.toString()) : new Map();
  if (results) connection.rate.mapped(after.lines, room.clock.now());
  const others = lines.some(isBegin) ? namesOfOthers(room, connection) : new Set<string>();
  return lines.every((line) => mayWriteLine(room, connection, line, begins, others));
}

type Begins = ReturnType<typeof beginsIn>;
type BeginLine = Extract<ResultLine, { type: 'begin' | 'hidden-begin' }>;

function isBegin(line: ResultLine): line is BeginLine {
  return line.type === 'begin' || line.type === 'hidden-begin';
}

function namesOfOthers({ roster }: Room, { person }: RoomConnection): ReadonlySet<string> {
  return new Set(roster.all().flatMap(({ id, name }) => (id === person ? [] : name)));
}

function mayWriteLine(
  { replicas, roster }: Room,
  { person, role }: RoomConnection,
  said: ResultLine,
  begins: Begins,
  others: ReadonlySet<string>,
): boolean {
  const isMine = (replica: number) => replicas.personOf(replica) === person;
  if (said.type.startsWith('hidden-') && !may(role, 'protect')) return false;
  if (isBegin(said)) return isMine(said.replica) && (!others.has(said.by) || roster.record(person).name === said.by);
  // Anybody may stop a test run.
  if (said.type !== 'result') return true;
  const begin = begins.get(said.id);
  return begin === undefined || isMine(begin.replica);
}

function* linesBetween(text: Text, from: number, to: number): Iterable<string> {
  const last = text.lineAt(to).number;
  for (let number = text.lineAt(from).number; number <= last; number++) yield text.line(number).text;
}
