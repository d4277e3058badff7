// Names of programming languages, as people read them.
import { LANGUAGES } from '../../party/shared/languages.js';
import { languageDefinition } from '../runner/languages/registry.js';

/** The registered label comes first: SQL is SQLite's here, unless a page has registered another. */
export function languageName(id: string): string {
  return languageDefinition(id)?.label ?? LANGUAGES[id] ?? id;
}
