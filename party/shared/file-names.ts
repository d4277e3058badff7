/** Names of files: which a room takes, and why it does not take others. */

import { visibleText } from './clean-names.js';

/** UTF-8 bytes: as much as any disk takes. */
export const FILE_NAME_BYTES = 255;

const DRIVE = /^[A-Za-z]:/;

/** Why a file cannot have this name, as a sentence; null if it can. */
export function fileNameFault(name: string): string | null {
  const quoted = `The file name ${JSON.stringify(name.slice(0, 80))}`;
  if (name.trim() === '') return 'A file needs a name. Give it one such as "main.py".';
  if (new TextEncoder().encode(name).length > FILE_NAME_BYTES)
    return `${quoted} is too long. Use at most ${FILE_NAME_BYTES} bytes.`;
  if (visibleText(name) !== name) return `${quoted} has characters that cannot be seen. Take them out.`;
  if (name.startsWith('/') || name.includes('\\') || DRIVE.test(name))
    return `${quoted} must be relative, with "/" between folders, such as "data/cities.csv".`;
  const parts = name.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return `${quoted} must not have empty folders, "." or "..". Name each folder.`;
  if (parts.some((part) => part !== part.trim())) return `${quoted} has a space at its edge. Take it out.`;
  return null;
}

/** Up to where a name is more than its ending. */
export function stemLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') + 1 ? dot : name.length;
}
