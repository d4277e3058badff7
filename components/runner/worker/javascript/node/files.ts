// Node's `fs` for a program that has a disk of its own: its file, what it is given to read, and what it writes.
import { Buffer } from './buffer.js';
import type { NodeInput } from './input.js';

type Options = string | { encoding?: string | null } | null | undefined;

export function createFiles(input: NodeInput, fileName: string, source: string) {
  const files = new Map<string, Uint8Array>([[clean(fileName), new TextEncoder().encode(source)]]);
  const bytes = (data: unknown) => (data instanceof Uint8Array ? data.slice() : new TextEncoder().encode(String(data)));
  const missing = (call: string, path: unknown): never => {
    const message = `ENOENT: no such file or directory, ${call} '${String(path)}'`;
    throw Object.assign(new Error(message), { errno: -2, code: 'ENOENT', syscall: call, path });
  };
  const isInput = (path: unknown) => path === 0 || path === '/dev/stdin' || path === '/proc/self/fd/0';

  const readFileSync = (path: unknown, options?: Options) => {
    const content = isInput(path) ? new TextEncoder().encode(input.rest()) : files.get(clean(path));
    const buffer = Buffer.fromSource(content ?? missing('open', path));
    const encoding = typeof options === 'string' ? options : options?.encoding;
    return encoding ? buffer.toString(encoding) : buffer;
  };
  const sync = {
    readFileSync,
    writeFileSync: (path: unknown, data: unknown) => void files.set(clean(path), bytes(data)),
    appendFileSync: (path: unknown, data: unknown) =>
      void files.set(clean(path), Buffer.concat([files.get(clean(path)) ?? new Uint8Array(), bytes(data)])),
    existsSync: (path: unknown) => isInput(path) || files.has(clean(path)),
    unlinkSync: (path: unknown) => void (files.delete(clean(path)) || missing('unlink', path)),
    readdirSync: () => [...files.keys()].sort(),
    statSync: (path: unknown) => {
      const { length: size } = files.get(clean(path)) ?? missing('stat', path);
      return { size, isFile: () => true, isDirectory: () => false };
    },
    mkdirSync: () => undefined,
  };
  /** Every call of the above with a promise, and with a callback. */
  const calls = Object.entries(sync) as [string, (...values: unknown[]) => unknown][];
  const promises = Object.fromEntries(
    calls.map(([name, call]) => [name.replace(/Sync$/, ''), async (...values: unknown[]) => call(...values)]),
  );
  const callbacks = Object.fromEntries(
    calls.map(([name, call]) => [
      name.replace(/Sync$/, ''),
      (...values: unknown[]) => {
        const done = values.pop();
        if (typeof done !== 'function') throw new TypeError('The "cb" argument must be of type function.');
        void Promise.resolve()
          .then(() => call(...values))
          .then(
            (value) => setTimeout(() => done(null, value)),
            (error: unknown) => setTimeout(() => done(error)),
          );
      },
    ]),
  );
  return { ...sync, ...callbacks, promises };
}

/** There is one folder, in which the program is. */
function clean(path: unknown): string {
  return String(path)
    .replace(/^file:\/\//, '')
    .replace(/^(\.?\/)+/, '');
}
