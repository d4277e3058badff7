// Makes the event for what could not be done.
import { codeOf, sentenceOf } from '../wording/errors.js';
import { CodeRoomErrorEvent } from './events.js';

/** `why` is an error, whose code the event has then, or a sentence that is to be shown. */
export function refusalEvent(reason: string, why: unknown): CodeRoomErrorEvent {
  return new CodeRoomErrorEvent(reason, sentenceOf(why), undefined, codeOf(why));
}
