// What an assistant's panel shows: questions with their answers, and proposals, in the order in which they came.
import { type Proposal, readProposals } from '../../party/shared/proposals.js';
import { type Exchange, readTalk } from '../../party/shared/talk.js';
import type { Session } from '../session/session.js';

export type AssistantItem = { kind: 'exchange'; exchange: Exchange } | { kind: 'proposal'; proposal: Proposal };

export function assistantItems(session: Session): AssistantItem[] {
  const exchanges = exchangesOf(session).map((exchange) => ({ kind: 'exchange' as const, exchange }));
  const proposals = proposalsOf(session).map((proposal) => ({ kind: 'proposal' as const, proposal }));
  return [...exchanges, ...proposals].sort((one, other) => timeOf(one) - timeOf(other));
}

export function proposalsOf({ documents }: Session): Proposal[] {
  return readProposals(documents.proposals.text.toString());
}

export function exchangesOf({ documents }: Session): Exchange[] {
  return readTalk(documents.talk.text.toString());
}

export function keyOf(item: AssistantItem): string {
  return item.kind === 'proposal' ? `proposal ${item.proposal.id}` : `question ${item.exchange.question.id}`;
}

function timeOf(item: AssistantItem): number {
  return item.kind === 'proposal' ? item.proposal.at : item.exchange.question.at;
}
