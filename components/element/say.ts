// Says aloud, to screen readers, what an element has to say, in its language.
import { speech } from '../wording/words.js';

/** In the language of the room's element, whichever element was rendered last. */
export type Say = (sentence: () => string) => void;

/** Says aloud what `element` has to say. */
export function sayOf(element: EventTarget, sayAloud: (sentence: string) => void): Say {
  return (sentence) => {
    speech.adoptLanguageOf?.(element as Element);
    sayAloud(sentence());
  };
}
