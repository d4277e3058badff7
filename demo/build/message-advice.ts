/** What to do about the sentences that say no, where they do not say it themselves to whoever builds the page; and what each chapter of them is about. */
import type { SENTENCES } from './sentences.js';

interface ChapterAdvice {
  /** Who says these sentences, and when. */
  meaning: string;
  /** For a sentence that says nothing of it itself. */
  advice: string;
}

/** By the title of the chapter: those of the room stand as comments in party/shared/refusals.ts. */
export const CHAPTERS: Readonly<Record<string, ChapterAdvice>> = {
  Admission: {
    meaning: 'The room or its server says these when somebody comes in, or has to go.',
    advice: 'Ask whoever made the room for a new link.',
  },
  'Tokens and links': {
    meaning:
      'The server says these about a token of your own, before a room is opened: `code-room-status` has the status `refused`, and `sentence`.',
    advice: 'Correct the token where your server makes it.',
  },
  'Rate limits and maximum numbers': {
    meaning: 'Floods are held off here. People who work never meet these; a program that asks too fast does.',
    advice: 'Wait, and send less at once. `CODE_ROOM_LIMITS` sets other limits.',
  },
  'Rights of a role, and the state of the room': {
    meaning: 'What somebody may do follows from the role in their link or token, and from whether the room is open.',
    advice: 'Give the person a link or token of the role that may do it.',
  },
  'Edits, names and runs': {
    meaning: 'The room has not taken an edit, a file or a run. Nothing is lost: the text is kept as a copy.',
    advice: 'Try again; a bot sends it again after it has caught up.',
  },
  'What people post': {
    meaning: 'About chat, questions to an AI, proposals and the timer.',
    advice: 'Correct what was sent, and send it again.',
  },
  Scorecards: { meaning: 'About what interviewers score.', advice: 'Correct the scorecard, and hand it in again.' },
  'Private time, and the activity log': {
    meaning: 'About private time and about what a room notes.',
    advice: 'Look whether the room keeps such a log or such a time.',
  },
  Questions: {
    meaning: 'About questions that interviewers ask from the library, or by HTTP.',
    advice: 'Look at the questions of the room, then try again.',
  },
  'Closed connections': {
    meaning:
      'The room has closed a connection. The element connects again by itself; who writes a client of their own reads here what it did.',
    advice: 'Nothing in a page. In a client of your own: follow `party/PROTOCOL.md`.',
  },
  'Names of files': { meaning: 'A name that no file of a room can have.', advice: 'Choose another name.' },
  'The session': {
    meaning:
      'The session in the page says these, before or without the room. They have `code` and `values` on the error (`SessionRefusal`).',
    advice: 'Try again when the room is connected.',
  },
  'The element': {
    meaning: 'The tag says these to its page by `code-room-error`, and to people in the line above the code.',
    advice: 'Listen to `code-room-error` to learn which call or attribute it was.',
  },
  'Files brought from the computer': {
    meaning: 'After files were dropped, pasted or chosen.',
    advice: 'Nothing: it says what was done.',
  },
  'Running tests': {
    meaning: 'About the tests of a room. `test()` never rejects: what was not run says why in its result.',
    advice: 'Run the tests again.',
  },
};

/** Only where the sentence itself is for somebody who uses the room, and whoever builds the page has to do something. */
export const ADVICE: Readonly<Partial<Record<keyof typeof SENTENCES, string>>> = {
  'foreign-origin':
    'Add the origin of your page to `CODE_ROOM_ORIGINS` on the server, such as `https://team.example`, and start it again.',
  'no-origin':
    'Add `allow-same-origin` to the `sandbox` of the frame around the room, or serve the page by http instead of opening the file.',
  'no-room':
    'Look whether the id in `room` is the one that `POST /api/rooms` has given, and whether the room has expired.',
  'no-room-check-link': 'Look whether the link is whole, and whether the room was deleted or has expired.',
  'no-room-without-link':
    'Set `CODE_ROOM_OPEN=1` on the server to open rooms by name, or give the element a token (`getToken`).',
  'link-or-token-needed':
    'Set `CODE_ROOM_OPEN=1` on the server to open rooms by name, or give the element a token (`getToken`).',
  'link-needed':
    'Give the element a token for this room: `POST /api/rooms/{id}/token` makes one from the secret of a link.',
  'access-expired': 'Set `getToken`: the element calls it before a token expires, and on each connect.',
  'room-full': 'Raise `editors` or `observers` in `CODE_ROOM_LIMITS`, or ask somebody to leave.',
  'token-invalid':
    'Look whether `iss` is in `CODE_ROOM_ISSUERS`, whether the secret is the same on both servers, and whether `alg` is HS256, ES256 or EdDSA.',
  'token-claim':
    'The claim named in the sentence is missing or wrong. All that a token needs is under [tokens](https://rooms.example/embed/recipes#tokens).',
  'token-other-room': 'The claim `room` has to be the value of the attribute `room`.',
  'token-role': 'Give one of these four as `role`.',
  'token-version': 'Set `ver` to 1.',
  'token-own-key': 'Leave keys out of the header: the server has its own list, `CODE_ROOM_ISSUERS`.',
  'token-too-long': 'Leave out claims that the room does not need.',
  'token-empty-claim': 'Give each person an id of its own as `sub`, and each token one as `jti`.',
  'token-expired': 'Make a new token on each call of `getToken`, and set the clock of your server.',
  'token-valid-too-long': 'Make tokens that are valid for 10 minutes, or set `minutes` in `CODE_ROOM_ISSUERS`.',
  'token-other-person':
    'The new token needs the `sub` of the one before. For another person, set `room` and token anew.',
  'token-not-checked':
    'Nothing at once: the element asks for another. If it stays so, look whether the server reaches the address in `jwks`.',
  'team-unknown': 'Your entry was taken from `CODE_ROOM_ISSUERS`. Put it back, or use that of another team.',
  'many-from-address': 'Behind a proxy set `CODE_ROOM_PROXY_HEADER`, or all callers count as one.',
  'many-new-from-address': 'Wait a minute. Behind a proxy set `CODE_ROOM_PROXY_HEADER`, or all callers count as one.',
  'binary-only': 'Send frames of bytes, as `party/PROTOCOL.md` has them, or use `code-room/session`.',
  'page-out-of-date':
    'Reload the page. If it stays so, the script and the server are of versions that do not fit: serve the script from the server, or upgrade both.',
  'not-loaded': 'Nothing: the element tries again. If it stays so, the log of the server says why.',
  'token-late': 'Look why `getToken` has not resolved: its request may wait or fail without an error.',
  'room-name': 'Use letters, digits, `-` and `_` in `room`, at most 64.',
  'room-over': 'Nothing: the room has ended. An interviewer can reopen it (`POST /api/rooms/{id}/reopen`).',
  'room-deleted': 'Nothing brings it back. Make another room.',
  'room-expired': 'Make another room; `retentionHours` of `POST /api/rooms` says how long one is kept.',
  'read-only': 'An interviewer can reopen the room (`POST /api/rooms/{id}/reopen`).',
  'reopen-first': '`POST /api/rooms/{id}/reopen`, or the button in the interviewer panel.',
  'no-links': 'Make tokens where your server makes the others; there is nothing to reset.',
  superseded: 'Nothing: the newer connection of the same page has taken over.',
  'lost-place': 'Nothing: the element connects again and sends what is not saved.',
  silent: 'Nothing: the element connects again. A client of your own answers the heartbeat.',
  behind: 'Nothing: the element connects again. A client of your own has to read faster.',
  'not-let-in': '`sentence` of `code-room-status` has the reason of the room; look for that one.',
  'run-replaced': 'Nothing: read the result of the newer run.',
  'file-unknown': 'Take a name from `files`.',
  'file-gone': 'Take a name from `files`.',
  'file-added-gone': 'Add the file again, if it is still wanted.',
  'file-not-renamed': 'Give the person the right to edit: another role, or no `readonly`.',
  'no-file-called': 'Take a name from `files`.',
  'no-file-shown': 'Take a name from `files`.',
  'value-unreadable': 'Set `value` to a string.',
  'value-not-editable': 'Give the person the right to edit: another role, or no `readonly`.',
  'value-too-large': 'Set a shorter text.',
  'value-not-joined': 'The sentence ends with the reason; look for that one.',
  'language-not-editable': 'Give the person the right to edit: another role, or no `readonly`.',
  'language-not-id': 'Use an id such as `python`; `runnableLanguages()` has those that run.',
  'run-observers': 'Give the person a link or token as candidate or interviewer.',
  'run-assistants': 'Give the person a link or token as candidate or interviewer.',
  'run-off': 'Take `runner="off"` from the tag, if programs are to run.',
  'run-not-connected': 'Wait for `code-room-status` to say `live`, then call `run()` again.',
  'run-language': 'Set `language` to one of those in the sentence, or register your own with `registerLanguage()`.',
  'run-no-sandbox':
    'Set `runner` to the address of a sandbox: `https://rooms.example/sandbox`, or `dist/sandbox` of the package on your own server.',
  'policy-stops-room':
    'Add the line in the sentence; the form under [policy](https://rooms.example/embed/policy) builds the whole header.',
  'no-formatter': 'Nothing: files of this language are not formatted.',
  'not-formatted': 'Correct what the sentence says about the code.',
  'not-formatted-line': 'Correct what the sentence says about this line.',
  'format-no-help': 'Set `help` of the room to `full`.',
  'run-in-room-only': 'Give the element a `room` on the host whose `CODE_ROOM_RUNNERS` has the language.',
  'replay-empty': 'Set `src` or `file` of the player.',
  'none-there': 'Set `tests`, or give them with `POST /api/rooms`.',
  'none-hidden': 'Give some tests `hidden: true`.',
  'no-such-test': 'Take a name from `tests`.',
  observers: 'Give the person a link or token as candidate or interviewer.',
  'part-failed': 'The sentence ends with the reason; look for that one.',
  'not-json': 'Correct the JSON at the place that the sentence names.',
  'not-editable': '`candidateTests` of `POST /api/rooms` lets candidates change tests.',
  'files-refused': 'Each file has its reason behind it; look for that one.',
  'person-left': 'Nothing: the person is not in the room.',
  'focus-own': 'Wait until the private time is over.',
  'file-added-too-large': 'Split the file.',
};
