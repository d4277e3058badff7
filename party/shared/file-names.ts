/** File names: which are allowed, and why others are not. */

import { fileNameKey, visibleText } from './clean-names.js';

/** UTF-8 bytes: the maximum of common file systems. */
const FILE_NAME_BYTES = 255;

const DRIVE = /^[A-Za-z]:/;

/** Used by rooms and pages alike; `{name}` is the name in quotes. */
export const FILE_NAME_SENTENCES = {
  'file-name-missing': 'A file needs a name. Give it one such as "main.py".',
  'file-name-too-long': `The file name {name} is too long. Use at most ${FILE_NAME_BYTES} bytes.`,
  'file-name-unseen': 'The file name {name} has characters that cannot be seen. Take them out.',
  'file-name-absolute': 'The file name {name} must be relative, with "/" between folders, such as "data/cities.csv".',
  'file-name-folders': 'The file name {name} must not have empty folders, "." or "..". Name each folder.',
  'file-name-space': 'The file name {name} has a space at its edge. Take it out.',
} as const;

export type FileNameCode = keyof typeof FILE_NAME_SENTENCES;

/** Why a file cannot have this name, as a sentence; null if it can. */
export function fileNameFault(name: string): string | null {
  const code = faultOf(name);
  return code && FILE_NAME_SENTENCES[code].replace('{name}', () => JSON.stringify(name.slice(0, 80)));
}

function faultOf(name: string): FileNameCode | null {
  if (name.trim() === '') return 'file-name-missing';
  if (new TextEncoder().encode(name).length > FILE_NAME_BYTES) return 'file-name-too-long';
  if (visibleText(name) !== name) return 'file-name-unseen';
  if (name.startsWith('/') || name.includes('\\') || DRIVE.test(name)) return 'file-name-absolute';
  const parts = name.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'file-name-folders';
  return parts.some((part) => part !== part.trim()) ? 'file-name-space' : null;
}

/** The part of a name that is a file's and a folder's at once when both are in one folder; null if both can be. Equal names are no such clash. */
export function folderClash(name: string, other: string): string | null {
  const [own, theirs] = [name, other].map((one) => fileNameKey(one).split('/')) as [string[], string[]];
  const depth = Math.min(own.length, theirs.length);
  if (own.length === theirs.length || own.slice(0, depth).join('/') !== theirs.slice(0, depth).join('/')) return null;
  return name.split('/').slice(0, depth).join('/');
}

/** Why a file of a question cannot be beside others; `taken` is said of one that has its name. */
export function twinFault(name: string, others: readonly string[], taken: string): string | null {
  if (others.some((other) => fileNameKey(other) === fileNameKey(name))) return taken;
  const clash = others.find((other) => folderClash(name, other) !== null);
  return clash === undefined ? null : `A file and a folder cannot have one name, as with ${JSON.stringify(clash)}.`;
}

/** Length of a name without its extension. */
export function stemLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') + 1 ? dot : name.length;
}
