// Dialect: a language that compiles to JavaScript, and the modules it adds to Node's.

import type { SourceLanguage } from '../../messages.js';
import type { Printer } from './held-output.js';
import type { Place } from './trace.js';

/** The compiler of the dialect, and its modules. */
export interface Dialect {
  /** `language` defaults to the program's; `others` are the texts of its other files. Rejects with a SyntaxError with a place. */
  compile(code: string, language?: SourceLanguage, others?: readonly string[]): Promise<CompiledFile>;
  /** An error that the dialect's compiler finds, though the browser accepts the code; undefined if there is none. */
  explain(code: string): Promise<Error | undefined>;
  modules?: Record<string, object>;
  /** Prints something about the module's exports after the run. */
  conclude?(exported: object, output: Printer): void;
}

/** A file of the program as JavaScript. */
export interface CompiledFile {
  code: string;
  /** Maps a place in the compiled code to the source. */
  original(place: Place): Place | undefined;
}
