// A language that is run as JavaScript: what makes it JavaScript, and what its programs find beside Node's modules.

import type { SourceLanguage } from '../../messages.js';
import type { Printer } from './held-output.js';
import type { Place } from './trace.js';

/** What is written in another language than JavaScript, and what its programs find here beside Node's modules. */
export interface Dialect {
  /** By default as the language of the program. Rejects with a SyntaxError that says where it cannot. */
  translate(code: string, language?: SourceLanguage): Promise<Translation>;
  /** What is wrong with a program that was translated, and is none to the browser; undefined if nothing is. */
  explain(code: string): Promise<Error | undefined>;
  modules?: Record<string, object>;
  /** What is shown of what the program's module has exported. */
  conclude?(exported: object, output: Printer): void;
}

export interface Translation {
  code: string;
  /** Where a place of it is in what the person wrote. */
  original(place: Place): Place | undefined;
}
