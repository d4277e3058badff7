import type { Options } from '../types';

export enum Mode { Fast, Slow }
export const square = (n: number): number => n ** 2;
export const PI2: number = Math.PI * 2;
interface Failing { reason?: { text: string } }
export function fail(o: Options): never {
  const f: Failing = {};
  throw new TypeError((f.reason?.text ?? 'no reason') + o.width);
}
