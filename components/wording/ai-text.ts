// What people read about AI in a room, before they join and inside.
import type { AiRule } from '../../party/shared/ai-rule.js';
import { translated, type Words } from './words.js';

const SENTENCES: Readonly<Record<AiRule, string>> = {
  off: 'AI is off in this room: work without it.',
  allowed: 'AI is allowed in this room. Everybody here reads what is asked, answered and proposed.',
  required: 'Work with AI in this room: that is part of it. Everybody here reads what is asked, answered and proposed.',
} satisfies Words;

export function aiSentence(rule: AiRule): string {
  return translated(SENTENCES[rule]);
}
