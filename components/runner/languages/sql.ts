// SQL, by SQLite: each run begins with an empty database.
import type { SandboxLanguage } from './registry.js';

export const sql: SandboxLanguage = {
  id: 'sql',
  label: 'SQL (SQLite)',
  worker: 'sql.js',
  files: ['sqlite.wasm'],
};
