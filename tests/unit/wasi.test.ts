// The system that programs in C and C++ find, call by call.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Disk } from '../../components/runner/packs/cpp/wasi/disk.js';
import { Wasi } from '../../components/runner/packs/cpp/wasi/wasi.js';

/** A module that imports one function, of one number. */
function importing(name: string): WebAssembly.Module {
  const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
  const imported = [1, ...text('wasi_snapshot_preview1'), ...text(name), 0, 0];
  const type = [1, 0x60, 1, 0x7f, 0];
  return new WebAssembly.Module(
    Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, type.length, ...type, 2, imported.length, ...imported),
  );
}

it('keeps of an exit status what a shell has of it', () => {
  const kept = [0, 3, -1, 255, 256, 257, -256].map((status) => {
    const wasi = new Wasi({ args: [], disk: new Disk(), read: () => new Uint8Array(), write: () => {} });
    const { proc_exit: exit } = wasi.imports(importing('proc_exit')) as { proc_exit(status: number): void };
    exit(status);
    return wasi.exit;
  });
  assert.deepEqual(kept, [0, 3, 255, 255, 0, 1, 0]);
});
