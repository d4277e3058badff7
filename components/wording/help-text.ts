// What people read about the help of the editor, which the room allows.
import type { Help } from '../../party/shared/help.js';
import { t, translated, type Words } from './words.js';

const WORDS: Readonly<Record<Help, string>> = { none: 'none', basic: 'basic', full: 'full' } satisfies Words;

const SENTENCES: Readonly<Record<Help, string>> = {
  none: 'No completion, no closing of brackets, no errors while typing, no formatting.',
  basic: 'The editor completes words and keywords and closes brackets.',
  full: 'The editor completes, shows errors while you type, and formats.',
} satisfies Words;

export function helpWord(help: Help): string {
  return translated(WORDS[help]);
}

/** For everybody in the room. */
export function helpSentence(help: Help): string {
  return `${t('Help of the editor in this room: {help}.', { help: helpWord(help) })} ${translated(SENTENCES[help])}`;
}
