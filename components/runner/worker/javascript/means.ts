// What a program needs to be run, beside itself.
import type { Parts } from '../parts.js';
import type { Dialect, Translation } from './dialect.js';
import type { Loop } from './loop.js';
import type { ModuleGraph } from './module-graph.js';

export interface Means {
  parts: Parts;
  loop: Loop;
  dialect: Dialect | undefined;
  /** Nothing for a program that is JavaScript as it is. */
  translation: Translation | undefined;
  /** Nothing for a program that asks for no other file, or has none. */
  graph: ModuleGraph | undefined;
}
