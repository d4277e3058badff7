// Somebody else's work: writes a megabyte and waits until it is on disk, again and again, until it is killed.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const path = join(mkdtempSync(join(tmpdir(), 'busy-disk-')), 'file');
const megabyte = Buffer.alloc(1 << 20, 'x');
const file = openSync(path, 'w');
// Unlinked at once: nothing stays behind, however this ends.
rmSync(path);
process.once('exit', () => closeSync(file));
for (;;) {
  writeSync(file, megabyte, 0, megabyte.length, 0);
  fsyncSync(file);
}
