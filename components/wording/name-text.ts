// What people read of names and roles, and of errors in a run that the whole room sees: no part of the first load.
import { defaultFileName, LANGUAGES } from '../../party/shared/languages.js';
import type { Role } from '../../party/shared/roles.js';
import { languageDefinition } from '../runner/languages/registry.js';
import { REFUSAL_TEXTS } from './refusal-text.js';
import { CodeRoomError } from './room-error.js';
import { t, translated, type Words } from './words.js';

/** The name of a file until somebody names it. */
export function usualFileName(language: string): string {
  const { extension } = (language in LANGUAGES ? undefined : languageDefinition(language)) ?? {};
  return extension ? `main.${extension}` : defaultFileName(language);
}

/** A name contained characters that were removed. */
export function cleaned(what: 'name' | 'file', name: string): string {
  return what === 'name'
    ? t('Your name is now “{name}”: characters that cannot be seen, and marks on top of marks, were left out.', {
        name,
      })
    : t('The file is now called “{name}”: characters that cannot be seen, and marks on top of marks, were left out.', {
        name,
      });
}

const ROLES: Readonly<Record<Role, string>> = {
  interviewer: 'Interviewer',
  candidate: 'Candidate',
  observer: 'Observer',
  assistant: 'Assistant',
} satisfies Words;

export function roleWord(role: Role): string {
  return translated(ROLES[role]);
}

/** The sentence of an error in English, for what the whole room reads and keeps: others may speak another language than whoever ran. */
export function sharedSentence(error: unknown): string {
  if (error instanceof CodeRoomError && error.code === 'part-missing') return REFUSAL_TEXTS['part-missing'];
  return error instanceof Error ? error.message : String(error);
}
