// What a method of an element rejects with: a sentence for people, and a code for programs.

/** `code` says what went wrong and stays the same in every language; `message` is a sentence to show. */
export class CodeRoomError extends Error {
  override readonly name = 'CodeRoomError';

  constructor(
    readonly code: string,
    sentence: string,
    cause?: unknown,
  ) {
    super(sentence, { cause });
  }
}
