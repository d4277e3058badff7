// Makes the event for what could not be done, and tells the page.
import { codeOf, sentenceOf } from '../wording/errors.js';
import { speech } from '../wording/words.js';
import { CodeRoomErrorEvent } from './events.js';

/** `why` is an error, whose code the event has then, or a sentence that is to be shown. */
export function refusalEvent(reason: string, why: unknown): CodeRoomErrorEvent {
  return new CodeRoomErrorEvent(reason, sentenceOf(why), undefined, codeOf(why));
}

/** Says it in the language of the element, whichever was rendered last. `why` may also be a function that makes the sentence. */
export function refuse(element: EventTarget, reason: string, why: unknown): void {
  speech.adoptLanguageOf?.(element as Element);
  element.dispatchEvent(refusalEvent(reason, typeof why === 'function' ? why() : why));
}
