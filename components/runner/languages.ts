// The languages that can be run: each registers what the sandbox needs to run it.

/** How a language is run. Nothing is loaded before the first run or warm-up. */
export interface LanguageDefinition {
  /** Language id as in the `language` attribute, such as `python`. */
  id: string;
  /** Name for people, such as `Python`. */
  label: string;
  /** The worker script, by its name in the sandbox's folder; it must be a classic script. */
  worker: string;
  /** Further files for the worker, by name in the same folder. Names ending in `.wasm` arrive as a compiled module. */
  files?: string[];
}

const definitions = new Map<string, LanguageDefinition>();

/** Makes a language runnable on this page, or replaces how it is run. */
export function registerLanguage(definition: LanguageDefinition): void {
  definitions.set(definition.id, definition);
}

/** Ids of the languages that can be run, in the order in which they were registered. */
export function runnableLanguages(): string[] {
  return [...definitions.keys()];
}

export function languageDefinition(id: string): LanguageDefinition | undefined {
  return definitions.get(id);
}
