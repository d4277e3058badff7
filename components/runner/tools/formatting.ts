// What is asked of a formatter, and which one is for a language.
import type { Tool } from '../messages.js';

export interface FormatRequest {
  /** As the editor knows it: `python`, `tsx`. */
  language: string;
  text: string;
  /** Of a level, as the file has it. */
  indent: { tabs: boolean; width: number };
}

/** What it is formatted; or why it is not, and where, counted from 1, if that is known. */
export type FormatResult = { text: string } | { problem: string; line?: number };

const PYTHON: Tool = { name: 'format-python', label: 'the formatter for Python', files: ['ruff.wasm'] };
const WEB: Tool = { name: 'format-web', label: 'the formatter', files: [] };
const SQL: Tool = { name: 'format-sql', label: 'the formatter for SQL', files: [] };
const C: Tool = { name: 'format-c', label: 'the formatter', files: ['clang-format.wasm'] };
const GO: Tool = { name: 'format-go', label: 'the formatter for Go', files: ['gofmt.wasm'] };

const FORMATTERS: Readonly<Record<string, Tool>> = {
  python: PYTHON,
  ...Object.fromEntries(
    ['javascript', 'typescript', 'jsx', 'tsx', 'html', 'css', 'json', 'markdown', 'yaml'].map((id) => [id, WEB]),
  ),
  sql: SQL,
  postgres: SQL,
  ...Object.fromEntries(['c', 'cpp', 'java', 'csharp'].map((id) => [id, C])),
  go: GO,
};

/** Undefined: there is none. */
export function formatterOf(language: string): Tool | undefined {
  return Object.hasOwn(FORMATTERS, language) ? FORMATTERS[language] : undefined;
}
