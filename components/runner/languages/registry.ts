// Language registry: the languages that this page can run; ours and those of the page are registered with the same function.

import { BUILTIN } from './builtin.js';
import { isRemote, type LanguageDefinition } from './definition.js';

const LANGUAGE_ID = /^[a-z0-9][a-z0-9+#-]{0,31}$/;
const EXTENSION = /^[a-z0-9]{1,16}$/i;

interface Registry {
  readonly definitions: Map<string, LanguageDefinition & { registration: number }>;
  readonly changes: EventTarget;
  registrations: number;
}

/**
 * A page may load this script twice, from two places or versions. The elements are those of the first script, so the registry is
 * shared through `customElements`; in Node there is none, and a page may have frozen it.
 */
const page: { [key: symbol]: Registry | undefined } = Object(globalThis.customElements ?? {});
const REGISTRY = Symbol.for('code-room.languages');
const registry: Registry = page[REGISTRY] ?? { definitions: new Map(), changes: new EventTarget(), registrations: 0 };
Reflect.set(page, REGISTRY, registry);
const { definitions } = registry;

/** Fires `change` when a language was registered, and when a folder of packs has answered or could not be reached. */
export const languageChanges: EventTarget = registry.changes;

/** Registers a language on this page, also for existing rooms, or replaces it. Throws a TypeError that says what is wrong. */
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

/** Ids of all runnable languages, in the order of registration. */
export function runnableLanguages(): string[] {
  return [...definitions.keys()];
}

/** `registration` is a new number each time the language is registered. */
export function languageDefinition(id: string): (LanguageDefinition & { registration: number }) | undefined {
  return definitions.get(id);
}

/** It runs on a server. */
export function runsRemotely(id: string): boolean {
  const definition = definitions.get(id);
  return !!definition && isRemote(definition);
}

for (const definition of BUILTIN) {
  // What another copy of the script has registered is kept.
  if (!definitions.has(definition.id)) registerLanguage(definition);
}
