// The grammar of SQL as Postgres has it.
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import { statementGoesOn } from './sqlite.js';

export const postgres = (): Extension => [sql({ dialect: PostgreSQL }), statementGoesOn];
