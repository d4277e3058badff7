// Writes the room's files into Python's working folder.
import type { PyodideInterface } from 'pyodide';
import type { Program } from '../serve.js';

/** Includes the program itself, which others may import. Returns the names, one per line. */
export function writeRoomFiles({ FS }: PyodideInterface, { code, fileName, files }: Program): string {
  const all = [{ name: fileName, text: code }, ...files];
  const encoder = new TextEncoder();
  for (const { name, text } of all) {
    FS.mkdirTree(name.split('/').slice(0, -1).join('/') || '.');
    FS.writeFile(name, encoder.encode(text));
  }
  return all.map(({ name }) => name).join('\n');
}
