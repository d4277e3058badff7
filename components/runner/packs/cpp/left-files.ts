// The files that a program leaves: those it wrote, and those of the room that it has changed.
import type { CappedOutput } from '../../worker/capped-output.js';
import type { Bytes, Disk } from './wasi/disk.js';

/** As many as Python's, and as much of them: more does not fit into a run that a room shares. */
const FILES = 10;
const SHOWN_BYTES = 34_000;

const TYPES: Record<string, string> = {
  ...{ txt: 'text/plain', csv: 'text/csv', json: 'application/json', html: 'text/html', svg: 'image/svg+xml' },
  ...{ png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', md: 'text/markdown' },
};

export function giveFiles(disk: Disk, before: ReadonlyMap<string, string>, output: CappedOutput): void {
  const left = [...disk.files]
    .filter(([path, { content }]) => !path.startsWith('.') && !holds(content, before.get(path)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  let bytesLeft = SHOWN_BYTES;
  for (const [path, { content }] of left.slice(0, FILES)) {
    const shown = content.length <= bytesLeft ? content : new Uint8Array();
    bytesLeft -= shown.length;
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
    output.write('file', `${path.replace(/\s+/g, ' ')}\t${type}\t${content.length}\t${base64(shown)}`);
  }
  if (left.length > FILES) output.write('note', `The program left more files than the ${FILES} that are listed here.`);
}

/** By bytes: a text may begin with a mark that a decoder leaves out, and a file may be larger than a text can be. */
function holds(content: Bytes, text: string | undefined): boolean {
  if (text === undefined) return false;
  const bytes = new TextEncoder().encode(text);
  return bytes.length === content.length && bytes.every((byte, at) => byte === content[at]);
}

function base64(bytes: Bytes): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
