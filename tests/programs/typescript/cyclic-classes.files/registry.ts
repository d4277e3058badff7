import type { Shape } from './shape';
export const registry = new Map<string, new (n: number) => Shape>();
