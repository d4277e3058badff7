// What running a program requires, apart from the program.
import type { LazyScripts } from '../lazy-scripts.js';
import type { CompiledFile, Dialect } from './dialect.js';
import type { Loop } from './loop.js';
import type { ModuleGraph } from './module-graph.js';

export interface Environment {
  parts: LazyScripts;
  loop: Loop;
  dialect: Dialect | undefined;
  /** Undefined for a program in plain JavaScript. */
  compiled: CompiledFile | undefined;
  /** Undefined for a program without other files. */
  graph: ModuleGraph | undefined;
}
