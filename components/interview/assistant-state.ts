// What a person does with the assistant of one room: their question, and what they have decided. Another room begins anew.
import type { Proposal } from '../../party/shared/proposals.js';
import type { Session } from '../session/session.js';
import { sentenceOf } from '../wording/errors.js';
import { laterText } from '../wording/later-text.js';
import { decide } from './assistant.js';
import { proposedText } from './proposal-card.js';

export class AssistantState {
  /** The question that is being written, also while the panel is closed. */
  written = '';
  /** Why the last question or proposal was not taken, as a sentence. */
  fault = '';
  /** Null until the server has said whether it has an AI. */
  available: boolean | null = null;
  /** My question that is being answered, and what has come. */
  own = { question: 0, text: '' };
  /** Proposals that I have decided on and the room has not answered; and why one could not be accepted. */
  readonly judging = new Set<number>();
  readonly faults = new Map<number, string>();

  async judge(session: Session, { id }: Proposal, accept: boolean, changed: () => void): Promise<void> {
    const { judging, faults } = this;
    if (judging.has(id)) return;
    judging.add(id);
    faults.delete(id);
    changed();
    try {
      await decide(session, id, accept);
    } catch (error) {
      faults.set(id, sentenceOf(error));
    }
    judging.delete(id);
    changed();
  }

  async copy(proposal: Proposal, changed: () => void): Promise<void> {
    const { faults } = this;
    try {
      await navigator.clipboard.writeText(proposedText(proposal));
      faults.delete(proposal.id);
    } catch {
      faults.set(proposal.id, laterText('clipboard-closed'));
    }
    changed();
  }
}
