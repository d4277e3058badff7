/** Who may write test results: nobody in somebody else's name, and only interviewers about hidden tests. */
import type { ChangeSet, Text } from '@codemirror/state';
import { beginsIn, readResultLine } from '../shared/result-lines.js';
import { may } from '../shared/roles.js';
import { applyChange } from '../shared/text-change.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

type Begins = ReturnType<typeof beginsIn>;

/** Whether this connection may write everything that the change inserts. Existing lines, and lines that are no results, are not checked. */
export function mayWriteResults(room: Room, connection: RoomConnection, change: ChangeSet, before: Text): boolean {
  const after = applyChange(change, before);
  const [old, fresh] = [new Set<string>(), new Set<string>()];
  change.iterChangedRanges((fromA, toA, fromB, toB) => {
    for (const line of linesBetween(before, fromA, toA)) old.add(line);
    for (const line of linesBetween(after, fromB, toB)) fresh.add(line);
  });
  let begins: Begins | undefined;
  const begun = () => {
    begins ??= beginsIn(after.toString());
    return begins;
  };
  return [...fresh].every((line) => old.has(line) || mayWriteLine(room, connection, line, begun));
}

function mayWriteLine({ replicas, roster }: Room, { person, role }: RoomConnection, line: string, begun: () => Begins) {
  const said = readResultLine(line);
  if (!said) return true;
  const isMine = (replica: number) => replicas.personOf(replica) === person;
  if (said.type.startsWith('hidden-') && !may(role, 'protect')) return false;
  if (said.type === 'begin' || said.type === 'hidden-begin') {
    const other = roster.all().some(({ id, name }) => id !== person && name === said.by);
    return isMine(said.replica) && (!other || roster.record(person).name === said.by);
  }
  // Anybody may stop a test run.
  if (said.type !== 'result') return true;
  const begin = begun().get(said.id);
  return begin === undefined || isMine(begin.replica);
}

function* linesBetween(text: Text, from: number, to: number): Iterable<string> {
  const last = text.lineAt(to).number;
  for (let number = text.lineAt(from).number; number <= last; number++) yield text.line(number).text;
}
