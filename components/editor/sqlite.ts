// The grammar of SQL as SQLite has it, without those of other databases.
import { SQLDialect, SQLite, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';

/** Its shell's commands, such as `mode` and `tables`, are anybody's names here. */
export const sqlite = (): Extension => sql({ dialect: SQLDialect.define({ ...SQLite.spec, builtin: '' }) });
