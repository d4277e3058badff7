// The language of a file by its name, also where this page has registered one that rooms do not know.
import { languageRenamed } from '../../party/shared/file-languages.js';
import { DEFAULT_LANGUAGE, LANGUAGES, table } from '../../party/shared/languages.js';
import { languageDefinition, runnableLanguages } from '../runner/languages/registry.js';

/** For a new file: the registered language of its extension; nothing where the room knows the extension, or nobody does. */
export function registeredLanguage(name: string): { language?: string } {
  const language = languageRenamed(name, { name: '', language: '' }, { others: registered() });
  return language === '' || language in LANGUAGES ? {} : { language };
}

/** What a file is with this name: its language follows, where that is another. `beside`: the languages of the files there are. */
export function renamed(
  name: string,
  file: { readonly name: string; readonly language: string },
  beside?: readonly string[],
): { name: string; language?: string } {
  const before = file.language || DEFAULT_LANGUAGE;
  const language = languageRenamed(name, { name: file.name, language: before }, { others: registered(), beside });
  return language === before ? { name } : { name, language };
}

/** Extensions of registered languages, by id. */
function registered(): Readonly<Record<string, string>> {
  const ids = runnableLanguages().filter((id) => !(id in LANGUAGES));
  return table(Object.fromEntries(ids.map((id) => [id, (languageDefinition(id)?.extension ?? id).toLowerCase()])));
}
