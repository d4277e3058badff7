// Queries to a language service, and its answers; places are counted in UTF-16 units from the beginning of a file.
import type { Tool } from '../messages.js';

export interface LanguageQuery {
  kind: 'complete' | 'hover' | 'signature' | 'errors';
  file: string;
  at: number;
}

/** `life` is that of the worker that was told before; files are those that have changed since then, null: it is gone. */
export interface LanguageRequest {
  life: string;
  files: Record<string, string | null>;
  question: LanguageQuery;
}

/** `needsAllFiles`: it was not told of the other files, as after it was ended; all of them have to be told. */
export interface LanguageReply {
  life: string;
  needsAllFiles?: true;
  answer?: unknown;
}

export interface Suggestion {
  label: string;
  /** What is written, if not the label. */
  insert?: string;
}

export interface Hover {
  from: number;
  to: number;
  /** The declaration, and words about it. */
  code: string;
  words: string;
}

export interface Signature {
  /** The whole, and where in it the parameter stands that is written now. */
  code: string;
  from: number;
  to: number;
  words: string;
}

export interface LanguageDiagnostic {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

const TYPESCRIPT: Tool = {
  name: 'typescript-compiler',
  label: 'the TypeScript language service',
  files: ['typescript-libraries.json'],
  background: true,
};

const PYTHON: Tool = {
  name: 'python-language',
  label: 'the Python language service',
  files: ['python-declarations.json'],
  background: true,
};

const SERVICES: Readonly<Record<string, Tool>> = {
  python: PYTHON,
  javascript: TYPESCRIPT,
  typescript: TYPESCRIPT,
  jsx: TYPESCRIPT,
  tsx: TYPESCRIPT,
};

/** Undefined: there is no service for this language. */
export function serviceOf(language: string): Tool | undefined {
  return Object.hasOwn(SERVICES, language) ? SERVICES[language] : undefined;
}
