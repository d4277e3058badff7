/** Validates the files that a room is created with. */
import { fileNameKey } from './clean-names.js';
import { fileNameFault, folderClash } from './file-names.js';
import { DEFAULT_LANGUAGE, defaultFileName } from './languages.js';
import type { Limits } from './limits.js';
import { utf8Length } from './plain-text.js';

export interface NewRoomFile {
  name: string;
  /** Default: by the name's extension, and the languages of the other files. */
  language?: string | undefined;
  text: string;
  readonly?: boolean | undefined;
  visibility?: 'all' | 'interviewers' | undefined;
  /** Whether Run runs it; default: the first visible file. */
  entry?: boolean | undefined;
}

/** The first fault, as a sentence; null if there is none. */
export function filesFault(files: readonly NewRoomFile[], limits: Pick<Limits, 'files' | 'fileBytes'>): string | null {
  if (files.length > limits.files) return `A room has at most ${limits.files} files; these are ${files.length}.`;
  const names = new Map<string, string>();
  for (const { name, text } of files) {
    const fault = fileNameFault(name);
    if (fault) return fault;
    const twin = names.get(fileNameKey(name));
    if (twin !== undefined) return `Two files are called "${twin}" and "${name}". Give one of them another name.`;
    const inside = [...names.values()].find((other) => folderClash(name, other) !== null);
    if (inside !== undefined) {
      const [folder, file] = [name, inside].sort((one, other) => one.split('/').length - other.split('/').length);
      return `"${folder}" cannot be a file beside "${file}", where it is a folder. Give one of them another name.`;
    }
    names.set(fileNameKey(name), name);
    if (utf8Length(text) > limits.fileBytes)
      return `The file "${name}" is larger than ${limits.fileBytes / 1024} KiB. Make it smaller.`;
  }
  const entries = files.filter(({ entry }) => entry);
  if (entries.length > 1)
    return `Run runs one file; "${entries[0]?.name}" and "${entries[1]?.name}" are both marked as "entry".`;
  if (entries[0]?.visibility === 'interviewers')
    return `Everybody runs "${entries[0].name}", so everybody has to see it. Mark another file as "entry".`;
  if (files.length > 0 && files.every(({ visibility }) => visibility === 'interviewers'))
    return 'A room has at least one file that everybody can read. Make one of them visible to all.';
  return null;
}

/** The files as tests see them. A room created without files has one, with its language's default name. */
export function filesByName(files: readonly NewRoomFile[], language: string): Map<string, { hidden: boolean }> {
  if (files.length === 0) return new Map([[defaultFileName(language || DEFAULT_LANGUAGE), { hidden: false }]]);
  return new Map(files.map(({ name, visibility }) => [name, { hidden: visibility === 'interviewers' }]));
}
