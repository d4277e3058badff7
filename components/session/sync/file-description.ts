/** What a file is to be called and in which language, until the room says that it is. */
import { cleanName } from '../../../party/shared/clean-names.js';
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';

export interface FileDescription {
  name?: string;
  language?: string;
}

/** Both wishes, the later first; the name as the room writes names, to know it again: one of which nothing is left the room refuses. */
export function wish(before: FileDescription | null, { name, ...file }: FileDescription): FileDescription {
  const clean = name && (cleanName(name, PAGE_LIMITS.fileNameLength) || name);
  return { ...before, ...file, ...(clean && { name: clean }) };
}

/** What is left of it when the room has said this, which may be what somebody else has changed: what is wanted waits until the room says just that. A long name may come back shortened. */
export function unfulfilled(
  { name, language }: FileDescription,
  told: { name: string; language: string },
): FileDescription | null {
  const left = {
    ...(name && !name.startsWith(told.name) && { name }),
    ...(language && language !== told.language && { language }),
  };
  return left.name || left.language ? left : null;
}
