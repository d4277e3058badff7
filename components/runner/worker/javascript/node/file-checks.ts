// What the functions of Node's `fs` refuse to take, by their names.
import { check, PATH, TEXT_OR_BYTES, wrongType } from './wrong-values.js';

type Check = (name: string, value: unknown) => void;

export function isPath(value: unknown): boolean {
  return typeof value === 'string' || value instanceof Uint8Array || value instanceof URL;
}

export const checkPath: Check = (name, value) => {
  if (!isPath(value)) throw wrongType(name, PATH, value);
};

const isDescriptor = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const descriptor: Check = (name, value) => check(name, 'number', value);
const file: Check = (name, value) => {
  if (!isDescriptor(value)) checkPath(name, value);
};
const data: Check = (name, value) => {
  if (typeof value !== 'string' && !ArrayBuffer.isView(value)) throw wrongType(name, TEXT_OR_BYTES, value);
};

/** In the order of what they are given. */
const WANTED: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  readFileSync: { path: file },
  writeFileSync: { path: file, data },
  appendFileSync: { path: file, data },
  truncateSync: { path: file },
  renameSync: { oldPath: checkPath, newPath: checkPath },
  copyFileSync: { src: checkPath, dest: checkPath },
  mkdtempSync: { prefix: checkPath },
  ...Object.fromEntries(
    ['access', 'unlink', 'readdir', 'stat', 'lstat', 'mkdir', 'rmdir', 'rm', 'open', 'realpath'].map((name) => [
      `${name}Sync`,
      { path: checkPath },
    ]),
  ),
  ...Object.fromEntries(
    ['fstat', 'ftruncate', 'fsync', 'close', 'write', 'read'].map((name) => [`${name}Sync`, { fd: descriptor }]),
  ),
};

/** How many arguments stand before the callback at least. */
export function requiredArgumentCount(name: string): number {
  return name === 'writeSync' ? 2 : Object.keys(WANTED[name] ?? {}).length;
}

export function checkCall(name: string, values: readonly unknown[]): void {
  const wanted = Object.entries(WANTED[name] ?? {});
  for (const [index, [key, checked]] of wanted.entries()) checked(key, values[index]);
}
