// The element's sentences of the first load, by code; those that load later are in later-text.ts. The room's are in party/shared/refusals.ts.
import type { ValuesOf } from '../../party/shared/sentence.js';
import { translated, type Words } from './words.js';

export const REFUSAL_TEXTS = {
  'value-unreadable': 'The text was not changed: the value given cannot be read as text.',
  'value-not-editable': 'The text was not changed: you may not edit in this room.',
  'value-too-large': 'The text was not changed: a file may have 512 KiB at most.',
  'value-not-joined': 'The text was not changed. {why}',
  'language-not-id': 'The language was not changed: its id is a short word such as "python".',
  'language-not-editable': 'The language was not changed: you may not edit in this room.',
  'no-file-shown': 'No other file is shown: there is none called "{name}" in this room.',
  'file-full': 'This would make the file larger than 512 KiB, more than a room keeps. Nothing was changed.',
  'highlighting-missing':
    'The colours of this language could not be loaded. Everything else works; reload the page to try again.',
  'editor-part-missing': 'A part of the editor could not be loaded. You can write; reload the page to try again.',
  'editor-restarted': 'The editor had a problem and was restarted. Nothing you wrote is lost.',
  'part-missing': 'A part of this page could not be loaded. Reload the page: your code is kept.',
  'run-not-on-page': 'Nothing can be run: the element is not on a page.',
  'run-observers': 'Observers can watch, but not run code.',
  'run-assistants': 'Assistants propose changes; they neither run nor stop code.',
  'run-off': 'Running code is switched off here.',
  'run-language': '{language} cannot be run here. Choose {choices}.',
  'run-no-sandbox': 'Code cannot be run here yet. Set the attribute `runner` to the address of a sandbox.',
  'run-not-connected': 'You can run code when the room is connected.',
} as const satisfies Words;

type RefusalText = keyof typeof REFUSAL_TEXTS;

export function refusalText<C extends RefusalText>(code: C, ...[values]: ValuesOf<(typeof REFUSAL_TEXTS)[C]>): string {
  return translated(REFUSAL_TEXTS[code], values);
}
