// What running a program requires, apart from the program.
import type { LazyScripts } from '../lazy-scripts.js';
import type { Dialect, Translation } from './dialect.js';
import type { Loop } from './loop.js';
import type { ModuleGraph } from './module-graph.js';

export interface Environment {
  parts: LazyScripts;
  loop: Loop;
  dialect: Dialect | undefined;
  /** Undefined for a program in plain JavaScript. */
  translation: Translation | undefined;
  /** Undefined for a program without other files. */
  graph: ModuleGraph | undefined;
}
