// What a program has open, by number.
import type { DiskFile } from './disk.js';

export type Open =
  | { kind: 'stdin' }
  | { kind: 'stdout' | 'stderr' }
  | { kind: 'folder'; path: string }
  | { kind: 'file'; path: string; file: DiskFile; at: number; append: boolean };

export type Call = (...values: never[]) => number | Promise<number> | undefined;

/** The folder that is open from the beginning: that of all the disk. */
export const ROOT = 3;
export const FIRST_FREE = ROOT + 1;
/** A flag of a file: what is written goes to its end. */
export const APPEND = 1;

export function openAtFirst(): Map<number, Open> {
  return new Map<number, Open>([
    [0, { kind: 'stdin' }],
    [1, { kind: 'stdout' }],
    [2, { kind: 'stderr' }],
    [ROOT, { kind: 'folder', path: '' }],
  ]);
}
