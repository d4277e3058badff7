// What people read about the help of the editor, which the room allows.
import type { Help } from '../../party/shared/help.js';

export const HELP_WORDS: Readonly<Record<Help, string>> = { none: 'none', basic: 'basic', full: 'full' };

const SENTENCES: Readonly<Record<Help, string>> = {
  none: 'No completion, no closing of brackets, no errors while typing, no formatting.',
  basic: 'The editor completes words and keywords and closes brackets.',
  full: 'The editor completes, shows errors while you type, and formats.',
};

/** For everybody in the room. */
export function helpSentence(help: Help): string {
  return `Help of the editor in this room: ${HELP_WORDS[help]}. ${SENTENCES[help]}`;
}
