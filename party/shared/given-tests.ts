/** Validates the tests that a room is created with. */
import { testFaults } from './tests.js';

/** Maximum number of faults in an answer. */
const SHOWN = 10;

/** `files` are the room's, by name; `hidden` are those that only interviewers see. Null when there is no fault. */
export function givenTestsFault(
  tests: readonly unknown[],
  files: ReadonlyMap<string, { hidden: boolean }>,
): string | null {
  const faults = testFaults(tests);
  // Only lists without faults have the declared types.
  const missing =
    faults.length > 0
      ? []
      : (tests as Parameters<typeof fileFault>[0][]).flatMap((test) => fileFault(test, files) ?? []);
  const all = [...faults, ...missing];
  if (all.length === 0) return null;
  return [...all.slice(0, SHOWN), ...(all.length > SHOWN ? [`And ${all.length - SHOWN} more.`] : [])].join(' ');
}

function fileFault(
  { name, file, hidden }: { name: string; file?: string; hidden?: boolean },
  files: ReadonlyMap<string, { hidden: boolean }>,
): string | null {
  if (file === undefined) return null;
  const found = files.get(file);
  const [test, named] = [JSON.stringify(name), JSON.stringify(file)];
  if (!found) return `The test ${test} needs the file ${named}, which is not among the files.`;
  if (found.hidden && !hidden)
    return `The test ${test} is for everybody, but its file ${named} is for interviewers. Hide the test, or show the file.`;
  return null;
}
