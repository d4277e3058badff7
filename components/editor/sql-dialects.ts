// The dialects of SQL, by the names of their grammars.
import { grammarName } from './grammars.js';

export function isSql(language: string): boolean {
  return /^(sql|postgres)$/.test(grammarName(language));
}
