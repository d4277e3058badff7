// What the assistant panel shows: questions with their answers, and proposals, in the order in which they came.
import { type Proposal, readProposals } from '../../party/shared/proposals.js';
import { may } from '../../party/shared/roles.js';
import { readTalk, type TalkTurn } from '../../party/shared/talk.js';
import type { Session } from '../session/session.js';
import { judge } from '../session/sync/proposals.js';
import { t } from '../wording/words.js';

export type AssistantItem = { kind: 'turn'; turn: TalkTurn } | { kind: 'proposal'; proposal: Proposal };

export function assistantItems(session: Session): AssistantItem[] {
  const turns = turnsOf(session).map((turn) => ({ kind: 'turn' as const, turn }));
  const proposals = proposalsOf(session).map((proposal) => ({ kind: 'proposal' as const, proposal }));
  return [...turns, ...proposals].sort((one, other) => timeOf(one) - timeOf(other));
}

export function proposalsOf({ documents }: Session): Proposal[] {
  return readProposals(documents.proposals.text.toString());
}

export function turnsOf({ documents }: Session): TalkTurn[] {
  return readTalk(documents.talk.text.toString());
}

/** Of one that is accepted the file is shown: there the change is seen, and its editor can undo it. */
export async function decide(session: Session, id: number, accept: boolean): Promise<void> {
  const { files } = session.documents;
  const proposal = accept ? proposalsOf(session).find((one) => one.id === id && one.state === 'open') : undefined;
  const file = files.list.find(({ document }) => document.id === proposal?.document);
  if (file) files.show(file.document);
  await judge(session.documents, id, accept);
}

export function keyOf(item: AssistantItem): string {
  return item.kind === 'proposal' ? `proposal ${item.proposal.id}` : `question ${item.turn.question.id}`;
}

/** Why this person cannot ask the AI here; empty when they can. `available` is null until the server has said whether it has one. */
export function whyNoQuestions({ role, standing }: Session, available: boolean | null): string {
  if (standing.ended) return t('The room has ended.');
  if (role === 'observer') return t('Observers can read this, but not ask.');
  if (!may(role, 'consult')) return t('Assistants propose changes; they do not ask here.');
  return available === false ? t('This server has no AI to ask. An assistant may still come in by its link.') : '';
}

function timeOf(item: AssistantItem): number {
  return item.kind === 'proposal' ? item.proposal.at : item.turn.question.at;
}
