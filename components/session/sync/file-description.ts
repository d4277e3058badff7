/** The requested name and language of a file, until the room has confirmed them. */
import { cleanName } from '../../../party/shared/clean-names.js';
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';

export interface FileDescription {
  name?: string;
  language?: string;
}

/** Merges two requests, the later one first; the name is cleaned like in the room, to recognise it in the answer. An empty name is refused by the room. */
export function mergedRequest(before: FileDescription | null, { name, ...file }: FileDescription): FileDescription {
  const clean = name && (cleanName(name, PAGE_LIMITS.fileNameLength) || name);
  return { ...before, ...file, ...(clean && { name: clean }) };
}

/** What is still unconfirmed after the room has sent these values, which may be somebody else's: a request waits for exactly its value. A long name may have been shortened. */
export function unconfirmed(
  { name, language }: FileDescription,
  told: { name: string; language: string },
): FileDescription | null {
  const left = {
    ...(name && !(told.name && name.startsWith(told.name)) && { name }),
    ...(language && language !== told.language && { language }),
  };
  return left.name || left.language ? left : null;
}
