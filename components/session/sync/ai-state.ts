/** What the room says about AI, and what has come so far of answers that are on their way. */
import type { AiRule } from '../../../party/shared/ai-rule.js';
import type { RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';

/** Event: `change`. */
export class AiState extends EventTarget {
  /** Whether people may use AI here. */
  rule: AiRule = 'off';
  /** By the numbers of their questions in the talk. */
  readonly answers = new Map<number, string>();

  receive(message: Of<'rule' | 'answering'>): void {
    if (message.type === 'rule') this.rule = message.ai;
    else this.answers.set(message.question, (this.answers.get(message.question) ?? '') + message.text);
    this.dispatchEvent(new Event('change'));
  }
}
