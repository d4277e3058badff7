// Adds the starter files inside the element, each a `<script type="text/…" slot="code" data-name="bank.py">`, to a room that nobody has written in.
import { fileNameKey, isLanguageId } from '../../party/shared/clean-names.js';
import { languageOfFile } from '../../party/shared/file-languages.js';
import { fileNameFault } from '../../party/shared/file-names.js';
import type { NewRoomFile } from '../../party/shared/given-files.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import { registeredLanguage } from '../run/file-language.js';
import { addFile, moveFile, protectFile } from '../session/sync/file-changes.js';
import type { Files, RoomFile } from '../session/sync/files.js';
import { laterText } from '../wording/later-text.js';
import { readCode } from './starter-code.js';

interface StarterFile extends NewRoomFile {
  /** False: its name is the usual one of its language, and changes with that. */
  named?: boolean;
}

/** In tab order; the text of the entry, or of the first, is in the room already. `ofRoom` is the language that the room has by now, by the page or by its first file. */
export function readFiles(element: Element, ofRoom: string): StarterFile[] {
  const all = [...element.querySelectorAll<HTMLElement>(':scope > [slot="code"]')].map((written) => {
    const { name = '', language: said = '', readonly, entry } = written.dataset;
    const { text, language } = readCode(written);
    const wanted = (said || language).toLowerCase();
    const file = { name, text, readonly: readonly !== undefined, entry: entry !== undefined };
    // A page has one type for all SQL.
    return { file, language: isLanguageId(wanted) && (said || wanted !== 'sql') ? wanted : '', sql: wanted === 'sql' };
  });
  // A room is of SQLite also where its file says no more than SQL.
  const given = ofRoom === 'sql' ? (element.getAttribute('language')?.toLowerCase() ?? '') : ofRoom;
  const beside = [given, ...all.map(({ language }) => language)];
  return all.map(({ file, language, sql }) => {
    const name = sql ? 'main.sql' : file.name;
    return { ...file, language: language || (registeredLanguage(name).language ?? languageOfFile(name, ...beside)) };
  });
}

/** The files of a local room that was left; of the page are those that had not come into it. Of two with a name, the later is the newer one. */
export function keptFiles(files: readonly RoomFile[], ofPage: readonly StarterFile[] = []): StarterFile[] {
  const kept = [...ofPage];
  for (const { document, name, language, readonly, entry } of files) {
    const named = document.name !== '';
    const file: StarterFile = { name, language, readonly, entry, named, text: document.text.toString() };
    const at = entry && kept.length > 0 ? entryIndex(kept) : kept.findIndex((other) => isCalled(other, name));
    const older = kept[at];
    if (older) kept[at] = renewed(older, file);
    else kept.push(file);
  }
  return kept;
}

const isCalled = (file: StarterFile, name: string) => !file.entry && fileNameKey(file.name) === fileNameKey(name);

function entryIndex(files: readonly StarterFile[]): number {
  const index = files.findIndex(({ entry }) => entry);
  return Math.max(0, index);
}

/** A file that was left while it was being added may not have had its name or its text. */
function renewed(older: StarterFile, newer: StarterFile): StarterFile {
  if (!newer.entry) return newer.text === '' ? older : newer;
  return newer.named || older.named === false ? newer : { ...older, entry: true, text: newer.text };
}

interface Starters {
  given: readonly StarterFile[];
  /** This person may make files read-only. */
  protects: boolean;
  /** Called for each file that is refused, with the error or a sentence; the others are added. */
  refused(why: unknown): void;
}

export async function addFiles(files: Files, { given, protects, refused }: Starters): Promise<void> {
  const main = files.entry;
  const at = entryIndex(given);
  const names = new Set<string>();
  for (const [index, { name, named = true, language = '', text, readonly: fixed = false }] of given.entries()) {
    const readonly = fixed && protects;
    const key = fileNameKey(name);
    const fault = fileNameFault(name) ?? (names.has(key) ? laterText('starter-twice', { name }) : null);
    names.add(key);
    try {
      if (fault) throw new Error(fault);
      if (index !== at) await addFile(files, { name, language, text, readonly });
      else {
        main.describe({ ...(named && { name }), language });
        if (readonly) await protectFile(files, main, { readonly, hidden: false });
      }
      if (fixed && !protects) refused(laterText('starter-not-protected', { name }));
    } catch (error) {
      // Somebody who joined at the same moment was faster.
      if (!(error instanceof Error && error.message === sentenceFor('file-name-taken', { name }))) refused(error);
    }
  }
  if (at > 0 && files.list[0]?.document === main) await moveFile(files, main, at).catch((error) => refused(error));
}
