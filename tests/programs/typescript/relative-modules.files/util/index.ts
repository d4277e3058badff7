import type { User } from '../models/user';
import type { Options } from '../types';
export { square } from './math';
export const pad = (s: string, n: number): string => s.padStart(n, '.');
export default function format(u: User, { width }: Options): string { return pad(u.name, width); }
