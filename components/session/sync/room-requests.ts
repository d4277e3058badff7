/** Requests that the room answers by number: what is asked about files, and what is posted. Fetched when somebody asks for the first time. */
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';
import { sentenceFor } from '../../../party/shared/refusals.js';
import { encodeClientMessage, type OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import { laterRefusal } from '../refusal/later-refusal.js';
import { rejectWith } from '../refusal/room-refusal.js';
import type { Files, RequestAnswers } from './files.js';

type Numbered = Exclude<Extract<OutgoingMessage, { request: number }>, { type: 'start' }>;
/** Without its number. */
type RoomRequest = Numbered extends infer M ? (M extends Numbered ? Omit<M, 'request'> : never) : never;

/** A kind that is missing here does not compile. */
const KINDS: Readonly<Record<Numbered['type'], true>> = {
  'add-file': true,
  'remove-file': true,
  'restore-file': true,
  'move-file': true,
  'choose-entry': true,
  'protect-file': true,
  post: true,
  propose: true,
  judge: true,
};

/** Requests that the room has not answered yet. */
class Requests implements RequestAnswers {
  #last = 0;
  readonly #waiting = new Map<number, { resolve(document: number): void; reject(error: Error): void }>();

  ask(files: Files, message: RoomRequest): Promise<number> {
    const request = ++this.#last;
    return new Promise((resolve, reject) => {
      const numbered: Numbered = { ...message, request };
      // A room would refuse it, and close the connection for a much larger one.
      const kib = PAGE_LIMITS.frameBytes / 1024;
      if (encodeClientMessage(numbered).length > PAGE_LIMITS.frameBytes)
        return rejectWith(reject, sentenceFor('message-too-large', { kib }));
      this.#waiting.set(request, { resolve, reject });
      files.send(numbered);
    });
  }

  done(request: number, document: number): void {
    this.#waiting.get(request)?.resolve(document);
    this.#waiting.delete(request);
  }

  refused(kind: string | undefined, request: number, sentence: string): boolean {
    if (!kind || !Object.hasOwn(KINDS, kind)) return false;
    const asked = this.#waiting.get(request);
    if (asked) rejectWith(asked.reject, sentence);
    this.#waiting.delete(request);
    return true;
  }

  offline(): void {
    for (const { reject } of this.#waiting.values()) reject(laterRefusal('files-cut-off'));
    this.#waiting.clear();
  }
}

/** Sends a request. Resolves with the number of the document when the room has done it; rejects with a sentence when it refuses, or when the connection ends before it has answered. */
export function ask(files: Files, message: RoomRequest): Promise<number> {
  if (message.type !== 'post' && files.held) return Promise.reject(laterRefusal('files-held'));
  if (!files.online) return Promise.reject(laterRefusal('files-not-connected'));
  const requests = files.answers instanceof Requests ? files.answers : new Requests();
  files.answers = requests;
  return requests.ask(files, message);
}
