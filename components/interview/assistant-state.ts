// What a person does with the assistant of one room: their question, and what they have decided. Another room begins anew.

export class AssistantState {
  /** Why the last question or proposal was not taken, as a sentence. */
  fault = '';
  /** Null until the server has said whether it has an AI. */
  available: boolean | null = null;
  /** My question that is being answered, and what has come. */
  own = { question: 0, text: '' };
  /** Proposals that I have decided on and the room has not answered; and why one could not be accepted. */
  readonly judging = new Set<number>();
  readonly faults = new Map<number, string>();
}
