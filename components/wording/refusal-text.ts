// What people read when the element cannot do something: one table, with a code for each. The room's own refusals are in party/shared/refusals.ts.
import { fill, type ValuesOf } from '../../party/shared/sentence.js';

const TEXTS = {
  'value-unreadable': 'The text was not changed: the value given cannot be read as text.',
  'value-not-editable': 'The text was not changed: you may not edit in this room.',
  'value-too-large': 'The text was not changed: a file may have 512 KiB at most.',
  'value-not-joined': 'The text was not changed. {why}',
  'language-id': 'The language was not changed: its id is a short word such as "python".',
  'language-not-editable': 'The language was not changed: you may not edit in this room.',
  'file-full': 'This would make the file larger than 512 KiB, more than a room keeps. Nothing was changed.',
  'notes-full': 'This would be longer than 64 KiB, more than a room keeps. Nothing was changed.',
  'highlighting-missing':
    'The colours of this language could not be loaded. Everything else works; reload the page to try again.',
  'editor-part-missing': 'A part of the editor could not be loaded. You can write; reload the page to try again.',
  'editor-restarted': 'The editor had a problem and was restarted. Nothing you wrote is lost.',
  'part-missing': 'A part of this page could not be loaded. Reload the page: your code is kept.',
  'text-lost': 'Some of your text could not be added to the room. Copy it before you discard it.',
  'clipboard-closed': 'The browser does not let this page use the clipboard. Open the page over https and try again.',
  'file-missed-code': 'Nothing was opened: drop a file onto the code to add it.',
  'files-not-added': 'Nothing was added: you may not add files here, or the room is not connected.',
  'starter-twice': 'Two files inside the element are called "{name}". Give one of them another `data-name`.',
  'starter-not-protected': 'Everybody may change "{name}": only an interviewer can make files read-only.',
  'policy-stops-room':
    'This page\'s Content-Security-Policy does not let the room in. Add "connect-src {host} {sockets}" to it and reload.',
  'run-not-on-page': 'Nothing can be run: the element is not on a page.',
  'run-observers': 'Observers can watch, but not run code.',
  'run-off': 'Running code is switched off here.',
  'run-language': '{language} cannot be run here. Choose {choices}.',
  'run-no-sandbox': 'Code cannot be run here yet. Set the attribute `runner` to the address of a sandbox.',
  'run-not-connected': 'You can run code when the room is connected.',
  'replay-empty': 'There is nothing to play yet.',
  'replay-damaged': 'This replay is damaged and cannot be played. Download it again.',
} as const;

export type RefusalText = keyof typeof TEXTS;

export function refusalText<C extends RefusalText>(code: C, ...[values]: ValuesOf<(typeof TEXTS)[C]>): string {
  return fill(TEXTS[code], values);
}
