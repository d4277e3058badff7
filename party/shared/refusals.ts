/**
 * Sentences of refusals and closes, by code; values are in braces.
 * The sentence is what is sent. All sentences are distinguishable, so a client in another language can find the code and the values by it.
 */
import { type Action, may, type Role } from './roles.js';
import { fill, type ValuesOf } from './sentence.js';

export const REFUSAL_SENTENCES = {
  // Admission.
  'foreign-origin':
    'Pages of this origin may not use this server. Whoever runs it can add the origin to CODE_ROOM_ORIGINS.',
  'no-origin':
    'A page without an origin may not come. Add allow-same-origin to the sandbox of its frame, or serve the file by http.',
  'no-room': 'There is no such room.',
  'no-room-check-link': 'There is no such room. Check the link.',
  'no-room-without-link': 'There is no such room. Rooms on this server need a link or a token.',
  'link-or-token-needed': 'Rooms on this server need a link or a token.',
  'link-needed': 'This room opens only with its link.',
  'link-reset': 'This link is not valid any more. Ask for a new one.',
  'access-revoked': 'Your access to this room has been taken back. Ask for a new link.',
  'access-expired': 'Your access has run out. Reload the page or open the link again.',
  'room-locked': 'This room is locked, so nobody new can join. Ask the interviewer to unlock it, then reload the page.',
  'room-over': 'This room has ended, so nobody new can join.',
  'room-deleted': 'This room has been deleted.',
  'room-expired': 'This room has expired.',
  'room-full': 'This room is full. Ask somebody to leave, then reload the page.',
  'lobby-full': 'Too many people are in the waiting room. Try again in a few minutes.',
  'too-many-tabs': 'You have this room open in too many tabs. Close one of them, then reload the page.',
  'in-lobby': 'You are in the waiting room. Wait until an interviewer lets you in.',
  declined: 'The interviewer has not let you in. Ask them, then reload the page.',
  removed: 'An interviewer has asked you to leave this room.',
  'ai-off': 'AI is off in this room: whoever made the room decided that. Work without it.',

  // Tokens and links.
  'token-too-long': 'The token is too long: at most 4 KB.',
  'token-invalid': 'The token is not valid for this room. Open the link again.',
  'token-claim': 'The token is not valid for this room: check its "{claim}".',
  'token-own-key': 'The token contains its own key. Send one without "jku", "jwk", "x5u" and "x5c".',
  'token-other-room': 'This token is for another room.',
  'token-role': 'The "role" of the token must be interviewer, candidate, observer or assistant.',
  'token-version': 'The token is of a version this room does not know: "ver" is 1.',
  'token-rules': 'The "rules" of the token cannot be read: check "{rule}".',
  'token-jti-too-long': 'The "jti" of the token is too long: at most {characters} characters.',
  'token-empty-claim': 'The "sub" and the "jti" of the token must be texts, and not empty.',
  'token-expired': 'The token has expired. Ask for a new one.',
  'token-from-future': 'The "iat" of the token is in the future. Check the clock of the server that made it.',
  'token-valid-too-long': 'The token is valid for too long: at most {minutes} minutes from "iat" to "exp".',
  'token-other-person': 'The new token is for somebody else.',
  'token-not-checked': 'The new token could not be checked.',
  'team-unknown': 'Tokens of this team are no longer accepted here.',

  // Rate limits and maximum numbers.
  'opened-too-often': 'You have opened this room too often in a short time. This page tries again by itself.',
  'many-arrivals': 'Too many people come in at the same moment. This page tries again by itself.',
  'many-connections': 'This room has too many connections at the moment. This page tries again by itself.',
  'many-from-address': 'Too many connections come from your network at once. This page tries again by itself.',
  'many-new-from-address': 'Too many new rooms from your address. Wait a minute.',
  'many-new-rooms': 'Too many new rooms at the same moment. This page tries again by itself.',
  'many-rooms-made': 'Too many rooms are made at the same moment. Try again in a few seconds.',
  'many-messages': 'Too many messages at once.',
  'many-edits': 'Too many edits at once: send the next when the last has been taken.',
  'many-runs': 'You have started many runs in a short time. Run again in {seconds:second|seconds}.',
  'code-read-often': 'You have asked for the code very often. Wait a few seconds and try again.',
  'past-read-often': 'You have asked for this very often. Wait a minute and try again.',
  'past-read-by-many': 'Too many people ask for this at the same moment. Wait a minute and try again.',
  'many-links': 'This role has as many links as it may have. Reset them: that makes a new one in their place.',

  // Rights of a role, and the state of the room.
  'interviewers-text': 'Only an interviewer can change this text.',
  'not-your-role': 'As {role} you may not do this. Ask an interviewer.',
  'only-watching': 'As {role} you can watch, but not change or run anything here.',
  'task-as-draft': 'The task is changed as a draft, which everybody sees when it is done. Reload the page to do so.',
  'interviewers-tests': 'Only an interviewer can change the tests of this room.',
  'results-of-others': 'Results of tests are written by whoever ran them. Reload the page, then run the tests.',
  'rooms-text': 'The room writes this text itself. Reload the page.',
  'read-only': 'This room has ended: it can be read, but not changed any more.',
  'reopen-first': 'The room has ended. Reopen it first.',
  'candidates-only': 'Only a candidate can do this.',
  'person-left': 'That person has left.',
  'interviewer-stays':
    'Interviewers cannot be removed. Make a new interviewer link instead: the old one stops working.',
  'role-by-link':
    'Only candidates and observers can change roles. To make somebody an interviewer, send them the interviewer link.',
  'no-links': 'This room has no links: your own server makes its tokens.',
  'room-exists': 'There is a room of this id already.',

  // Edits, names and runs.
  'no-file': 'There is no such file in this room.',
  'file-removed': 'This file was removed before your last edits of it had reached the room.',
  'file-read-only': 'This file is read-only: only an interviewer can change it.',
  'file-name-taken': 'There is a file called "{name}" in this room already. Choose another name.',
  'file-name-folder': 'A file and a folder cannot both be called "{name}". Choose another name.',
  'files-full': 'A room has at most {files} files. Remove one first.',
  'files-used-up': 'This room has had {files} files. Rename one that is not needed any more.',
  'file-not-stored': 'The file could not be stored. Try again in a minute.',
  'files-restored-often': 'You have brought back much text in a short time. Try again in a few minutes.',
  'last-file': 'A room has at least one file that everybody can read. Add another one first.',
  'entry-hidden': 'Everybody runs this file, so everybody has to see it. Show it first.',
  'entry-in-use': 'Everybody runs this file. Choose another one to run, then hide it.',
  'message-too-large': 'A message holds at most {kib} KiB. Send it in parts.',
  'too-many-places': 'One edit changes at most {places} places. Send it in parts.',
  'file-too-large': 'This holds at most {kib} KiB. Remove something first.',
  'starter-too-large': 'The starter code is larger than a file may be.',
  'code-too-large': 'The code is larger than a file may be.',
  'character-cut': 'This edit would cut a character in two.',
  'edit-too-old': 'This edit was made on a version that the room no longer has. The room sends the current text.',
  'edit-too-far-behind': 'This edit is too far behind. Catch up first, then send it again.',
  'saved-slowly': 'You have written a lot in the last hour, so your edits are saved more slowly. Nothing is lost.',
  'language-id': 'A language id is a short word such as python.',
  'file-name': 'Choose another file name: with at least one visible character.',
  'person-name':
    'Choose another name: one with a visible character, and without a word such as Interviewer, You or Room.',
  'nothing-to-run': 'There is no such file or language to run.',
  'text-to-run-unknown': 'The room does not have the text that is to be run. Run it again.',
  'program-running': 'A program is already running. Stop it first, or wait until it ends.',

  // What people post.
  'entry-unreadable': 'The room cannot read this. Reload the page and try again.',
  'entry-too-long': 'This is too long: at most {characters} characters. Send it in parts.',
  'chat-empty': 'Write something first.',
  'posted-often': 'You have sent very much in a short time. Wait a few seconds and send it again.',
  'ai-used-up': 'This room has asked the AI {questions} questions, which is as many as a room may. Go on without it.',
  'ai-not-answering': 'No question of yours with this number is being answered.',
  'ai-broke-off': 'The answer broke off. Ask again.',
  'proposal-hidden': 'Everybody reads what is proposed. Propose changes only of files that everybody sees.',
  'proposal-too-large': 'A proposal changes at most {places} places and {characters} characters. Propose less at once.',
  'proposal-empty': 'This proposal changes nothing.',
  'proposals-full': 'Nobody has decided on {proposals} proposals yet. Wait until some are accepted or declined.',
  'no-proposal': 'There is no such proposal in this room.',
  'proposal-accepted': 'This proposal has been accepted by {name} already.',
  'proposal-declined': 'This proposal has been declined by {name} already.',
  'proposal-gone':
    'The code at this place has changed since, so the proposal does not fit any more. Copy its text and put it in by hand.',
  'timer-phases': 'A timer has at most {phases} phases, each with a name and its minutes.',
  'timer-minutes': 'Give minutes as a number of at most 600.',
  'timer-people': 'At most {people} people can have time of their own. Take it away from somebody first.',

  // Scorecards.
  'scorecard-too-long': 'This scorecard is too long. Make its texts shorter.',
  'scorecards-full':
    'The room keeps {scorecards} scorecards that are not handed in, and no more. Hand yours in to keep it.',
  'scorecard-empty': 'Score a criterion first: a level from 1 to 4, and what it rests on.',
  'score-without-evidence': 'Write what the level of “{criterion}” rests on, or choose a moment.',

  // Private time, and the activity log.
  'focus-on': 'Private time of {name} is on already. Wait until that is over.',
  'focus-minutes': 'Private time has 1 to {minutes} minutes.',
  'focus-own': 'Only whoever is in private time can end that, or hand over what was written.',
  'focus-unknown': 'There is no such private time in this room.',
  'focus-notes-long': 'What was noted of this private time is too long.',
  'log-off': 'This room keeps no activity log.',
  'log-entry-unknown': 'There is no such line of yours in the activity log.',

  // Questions.
  'no-question': 'There is no such question in this room.',
  'question-busy': 'Another question is being asked at this moment. Look at it, then try again.',
  'question-just-asked': 'Another interviewer has just asked “{title}”. Look at it, then ask again.',
  'question-again': 'This room has “{title}” already. Show it, or return to it.',
  'questions-full': 'A room has at most {questions:question|questions}. Make another room for more.',
  'questions-too-large': 'The questions of this room are too long together. Make another room for more.',
  'question-too-large': 'The question is too large for a room. Make its files and tests smaller.',
  'question-files': 'The question has more files than a room may have.',
  'question-was-asked': 'Everybody has seen “{title}”: it stays in this room.',
  'question-language': 'The question “{title}” can be asked in {languages}. Choose one of these.',
  'question-not-current': 'Return to “{title}” first.',
  'hint-just-given': 'Another interviewer has just given a hint. Look at it, then give the next.',
  'stage-just-shown': 'The next part has just been shown. Look at it, then show another.',
  'no-more-hints': 'All hints have been given.',
  'no-more-stages': 'All parts have been shown.',
  'stage-file': 'The next part brings a file called “{name}”, and there is one here. Rename that first.',
  'task-full': 'The task is too long for more. Make it shorter first.',
  'tests-full': 'The tests are too long for more. Remove some first.',

  // Closed connections.
  'no-hello': 'No hello came in time.',
  'hello-too-large': 'The token or the name is too long: a hello holds at most 4 KiB.',
  'hello-first': 'The first message has to be a hello.',
  'hello-once': 'A hello comes once, and first.',
  'hello-unanswered': 'A hello comes once, and nothing before its answer.',
  'page-out-of-date': 'This page is out of date. Reload it.',
  'frame-too-large': 'A message was larger than a room accepts.',
  'binary-only': 'This room speaks binary frames only.',
  superseded: 'This room was opened again with the same session.',
  'not-loaded': 'The room could not be loaded. Trying again…',
  'lost-place': 'Reconnecting…',
  silent: 'This page was silent for too long. Reconnecting…',
  behind: 'This page was too far behind what the room says. Reconnecting…',
} as const;

export type RefusalCode = keyof typeof REFUSAL_SENTENCES;

export function sentenceFor<C extends RefusalCode>(
  code: C,
  ...[values]: ValuesOf<(typeof REFUSAL_SENTENCES)[C]>
): string {
  return fill(REFUSAL_SENTENCES[code], values);
}

/** Why this role may not do it, addressed to the person. */
export function notAllowed(role: Role, action: Action): string {
  if (action === 'edit-brief') return sentenceFor('interviewers-text');
  if (action === 'focus' || action === 'note-activity') return sentenceFor('candidates-only');
  return sentenceFor(may('candidate', action) ? 'only-watching' : 'not-your-role', { role });
}
