// Time zones for programs that use them: PyPI's `tzdata` 2026.4 in one file.
import type { PyodideInterface } from 'pyodide';

/** The first folder that Python searches. */
const FOLDER = '/usr/share/zoneinfo';
/** Other programs do without. */
const WANTED = /\b(?:zoneinfo|dateutil|pandas)\b/;

/** The file starts with a line of JSON, `{"Europe/Berlin": [start, length]}`, followed by the data. */
export function addZones(
  { FS }: PyodideInterface,
  packed: ArrayBuffer | undefined,
  packages: string,
  code: string,
): void {
  if (!packed || !WANTED.test(code)) return;
  // Without this folder, Python reports a wrong zone name as a missing package.
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
