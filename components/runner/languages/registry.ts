// The languages that can be run on this page: ours and those a page registers, all by the same call.

import type { OutputKind, RunState } from '../messages.js';
import { python } from './builtin.js';
import { javascript } from './javascript.js';
import { jsx, tsx } from './jsx.js';
import { lua } from './lua.js';
import { sql } from './sql.js';
import { typescript } from './typescript.js';

interface Language {
  /** Language id as in the `language` attribute, such as `python`: small letters, digits, `+`, `#`, `-`. */
  id: string;
  /** Name for people, such as `Python`. */
  label: string;
  /** End of the file's name, such as `py`; the id unless given. Ignored for languages the room knows. */
  extension?: string;
  /** Id of the language whose highlighting fits, if its own id has none. */
  highlight?: string;
}

/** A language that runs in the sandbox, in a worker without network, page or storage. Nothing is loaded before it is first used. */
export interface SandboxLanguage extends Language {
  /**
   * The classic script of the worker. A URL is fetched by this page, under its own policy, and handed into the sandbox,
   * where the script calls `codeRoomLanguage()` once; a string names a file that the sandbox was built with.
   */
  worker: string | URL;
  /** Further files for the worker, which gets them by the last part of their name; `.wasm` arrives as a compiled module. */
  files?: (string | URL)[];
}

/** A language that runs elsewhere, such as on a server of the page's own. */
export interface RemoteLanguage extends Language {
  /**
   * Carries one run out and passes on what it prints. `signal` aborts when somebody presses Stop or time is up; an error
   * thrown is shown as a sentence and ends the run as failed. Resolves with how the run ended; nothing means `done`.
   */
  run(request: RemoteRequest, sink: RemoteSink, signal: AbortSignal): Promise<RemoteEnd | undefined>;
  /** How long a run may take in all, 30,000 ms by default. */
  timeLimitMs?: number;
}

export type LanguageDefinition = SandboxLanguage | RemoteLanguage;
export type RemoteEnd = Extract<RunState, 'done' | 'failed' | 'timed-out'>;

/** What is to be run. `stdin` is what the room's input box holds, empty when it holds nothing. */
export interface RemoteRequest {
  id: string;
  language: string;
  code: string;
  fileName: string;
  stdin: string;
}

/** Where the output of a run goes. Its length is limited, as for every run: of more, beginning and end are kept. */
export interface RemoteSink {
  output(kind: OutputKind, text: string): void;
}

const LANGUAGE_ID = /^[a-z0-9][a-z0-9+#-]{0,31}$/;
const EXTENSION = /^[a-z0-9]{1,16}$/i;

interface Registry {
  readonly definitions: Map<string, LanguageDefinition & { registration: number }>;
  readonly changes: EventTarget;
  registrations: number;
}

/**
 * A page may have loaded this script twice, from two places or versions. The elements are those of the first, so the
 * languages of all are kept at the page's own register of elements; in Node there is none.
 */
const page: { [key: symbol]: Registry | undefined } = Object(globalThis.customElements ?? {});
const REGISTRY = Symbol.for('code-room.languages');
const registry: Registry = page[REGISTRY] ?? { definitions: new Map(), changes: new EventTarget(), registrations: 0 };
page[REGISTRY] = registry;
const { definitions } = registry;

/** Says `change` when a language was registered. */
export const languageChanges: EventTarget = registry.changes;

/** Makes a language runnable on this page, for rooms already there too, or replaces how it is run. Throws a TypeError that says what is wrong. */
export function registerLanguage(definition: LanguageDefinition): void {
  const { id, label, extension } = definition;
  if (!LANGUAGE_ID.test(id))
    throw new TypeError(`"${id}" is no language id: use small letters, digits, "+", "#", "-".`);
  if (typeof label !== 'string' || label.trim() === '') throw new TypeError(`Give the language "${id}" a label.`);
  if (extension !== undefined && !EXTENSION.test(extension))
    throw new TypeError(`"${extension}" is no file extension.`);
  if (isRemote(definition) === 'worker' in definition) {
    throw new TypeError(`Give the language "${id}" either a worker or a function that runs it.`);
  }
  registry.registrations += 1;
  definitions.set(id, { ...definition, registration: registry.registrations });
  languageChanges.dispatchEvent(new Event('change'));
}

/** Ids of the languages that can be run, in the order in which they were registered. */
export function runnableLanguages(): string[] {
  return [...definitions.keys()];
}

/** `registration` is another number each time the language is registered. */
export function languageDefinition(id: string): (LanguageDefinition & { registration: number }) | undefined {
  return definitions.get(id);
}

export function isRemote(definition: LanguageDefinition): definition is RemoteLanguage {
  return 'run' in definition && typeof definition.run === 'function';
}

for (const definition of [python, javascript, typescript, jsx, tsx, sql, lua]) {
  // What another copy of the script has registered stays.
  if (!definitions.has(definition.id)) registerLanguage(definition);
}
