// Time zones by name, for programs that ask for them: the files of PyPI's `tzdata` 2026.4, in one.
import type { PyodideInterface } from 'pyodide';

/** Where Python looks first. */
const FOLDER = '/usr/share/zoneinfo';
/** A program that says none of this does without. */
const WANTED = /\b(?:zoneinfo|dateutil|pandas)\b/;

/** A line of JSON that says where in the rest each zone lies, `{"Europe/Berlin": [start, length]}`, and the rest. */
export function addZones(
  { FS }: PyodideInterface,
  packed: ArrayBuffer | undefined,
  packages: string,
  code: string,
): void {
  if (!packed || !WANTED.test(code)) return;
  // Where Python finds no such package, it tells of a wrong name that the package is missing.
  FS.mkdirTree(`${packages}/tzdata`);
  FS.writeFile(`${packages}/tzdata/__init__.py`, '');
  const bytes = new Uint8Array(packed);
  const head = bytes.indexOf(10) + 1;
  const places: Record<string, [number, number]> = JSON.parse(new TextDecoder().decode(bytes.subarray(0, head)));
  for (const [name, [start, length]] of Object.entries(places)) {
    const path = `${FOLDER}/${name}`;
    FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    FS.writeFile(path, bytes.subarray(head + start, head + start + length));
  }
}
