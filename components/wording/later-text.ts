// The element's sentences that load after the first frame; the others are in refusal-text.ts.
import type { ValuesOf } from '../../party/shared/sentence.js';
import { translated, type Words } from './words.js';

export const LATER_TEXTS = {
  'policy-stops-room':
    'This page\'s Content-Security-Policy does not let the room in. Add "connect-src {host} {sockets}" to it and reload.',
  'notes-full': 'This would be longer than 64 KiB, more than a room keeps. Nothing was changed.',
  'text-lost': 'Some of your text could not be added to the room. Copy it before you discard it.',
  'answer-too-long':
    'An answer this long cannot be sent. Send less, or have whoever runs the program put it into the box Input.',
  'two-versions':
    'This page has loaded code-room in two versions, {one} and {other}, and uses the one that came first. Load only one.',
  'clipboard-closed': 'The browser does not let this page use the clipboard. Open the page over https and try again.',
  'file-missed-code': 'Nothing was opened: drop a file onto the code to add it.',
  'files-not-added': 'Nothing was added: you may not add files here, or the room is not connected.',
  'keys-not-loaded': 'The keys of {keys} could not be loaded. Check the connection and choose them again.',
  'keys-unreadable':
    'The keys were not changed: write each command with its key, such as run: Shift-Enter, format: none.',
  'field-empty': 'Write some code first.',
  'selection-not-place': 'Nothing was selected: give the numbers of its first and last character.',
  'no-formatter': 'There is no formatter for {language}.',
  'not-formatted': 'Not formatted: {problem}.',
  'not-formatted-line': 'Not formatted, line {line}: {problem}.',
  'format-changing': 'Not formatted: somebody writes at the moment. Try again.',
  'format-read-only': 'Not formatted: you may only read this file.',
  'format-no-help': 'Not formatted: in this room the editor does not format.',
  'help-not-editable': 'The help of the editor was not changed: an interviewer sets it.',
  'no-file-called': 'There is no file called "{name}" in this room.',
  'starter-twice': 'Two files inside the element are called "{name}". Give one of them another `data-name`.',
  'starter-not-protected': 'Everybody may change "{name}": only an interviewer can make files read-only.',
  'no-question-waits': 'No question waits to be shown. Ask one first.',
  'no-question-now': 'No question is asked now. Ask one first.',
  'questions-without-room': 'Questions are asked in a room: give the element a room first.',
  'questions-without-token': 'Questions are asked by interviewers: give the element the token of one.',
  'phases-unreadable': 'Write each phase with its minutes, such as: read 5, code 25, discuss 10.',
  'run-private-server': 'This language runs on a server: run it when your private time is over.',
  'files-not-on-page': 'Files are changed in a room: put the element on a page first.',
  'room-left': 'This was not done: the room it was meant for has been left. Do it again in this one.',
  'not-in-room': 'This is done in a room: put the element on a page first.',
  'nobody-to-follow': 'Nobody is followed: give the id of somebody else who is in this room.',
  'server-silent': 'The server does not answer. Check the connection and try again.',
  'server-failed': 'The server did not do it. Try again.',
  'run-in-room-only': 'it runs on the server of a room, and this page is in none of that server.',
  'run-broken-off': 'the connection to the room’s server broke before the program had ended. Run it again.',
  'answer-broken-off': 'The connection was lost while the AI answered. What it has said is kept.',
  'replay-empty': 'There is nothing to play yet.',
  'replay-damaged': 'This replay is damaged and cannot be played. Download it again.',
  'replay-damaged-line': 'This replay is damaged in line {line} and cannot be played. Download it again.',
  'replay-too-large': 'This replay is too large to be played: a file has at most {size} MB.',
  'replay-too-much': 'This replay is too large to be played: it has more in it than any interview.',
  'replay-newer': 'This replay was made by a newer version. Play it there, or update this page.',
  'replay-none': 'This is not a replay. Choose a file whose name ends in .coderoom.',
  'replay-unreachable': 'The replay could not be downloaded. Check its address and the connection.',
} as const satisfies Words;

type LaterText = keyof typeof LATER_TEXTS;

export function laterText<C extends LaterText>(code: C, ...[values]: ValuesOf<(typeof LATER_TEXTS)[C]>): string {
  return translated(LATER_TEXTS[code], values);
}
