/** Proposals of this person: made on the text as the room has it, and accepted or declined. */
import { ChangeSet, type Text } from '@codemirror/state';
import { plainText } from '../../../party/shared/plain-text.js';
import { PROPOSAL_LIMITS, placesWithin, readProposals } from '../../../party/shared/proposals.js';
import { sentenceFor } from '../../../party/shared/refusals.js';
import { laterRefusal } from '../refusal/later-refusal.js';
import { rejectWith } from '../refusal/room-refusal.js';
import type { SessionDocument } from './document.js';
import type { Files } from './files.js';
import { lineChanges } from './line-changes.js';
import type { Replacement } from './replacement.js';
import { ask } from './room-requests.js';

/** The documents of a session, as far as they are needed. */
interface Proposing {
  files: Files;
  proposals: SessionDocument;
}

/** How long the room may take to confirm earlier edits. */
const PATIENCE_MS = 10_000;

/** What is proposed: places of the file's text, or its whole new text. */
export interface ProposedChange {
  /** Name of the file; default: the shown one. */
  file?: string;
  changes?: readonly Replacement[];
  newText?: string;
  /** For people, in a sentence or two. */
  why?: string;
}

/** Resolves with the number of the proposal when everybody has it. */
export async function propose(
  documents: Proposing,
  { file, changes, newText, why = '' }: ProposedChange,
): Promise<number> {
  const document = fileOf(documents, file);
  // Own edits that the room does not have yet are in the text, but in no version.
  const confirmed = await isConfirmed(document, documents.files);
  if (!confirmed) throw laterRefusal(documents.files.held ? 'files-held' : 'files-not-connected');
  const { text, version } = document;
  const made = newText === undefined ? changesOf(text, changes ?? []) : changeByLines(text, newText);
  // Far more would not even fit into a message.
  if (!placesWithin(made, text))
    return new Promise((_, reject) => rejectWith(reject, sentenceFor('proposal-too-large', PROPOSAL_LIMITS)));
  const { proposals } = documents;
  await ask(documents.files, { type: 'propose', document: document.id, version, why: plainText(why), change: made });
  const self = proposals.people.self?.id;
  const own = readProposals(proposals.text.toString()).filter(({ by }) => by === self);
  return own.at(-1)?.id ?? 0;
}

/** Accepts or declines a proposal. Rejects with an Error whose message is for people. What I have accepted I can undo in the editor of its file. */
export async function judge({ files, proposals }: Proposing, id: number, accept: boolean): Promise<void> {
  const changed: SessionDocument[] = [];
  // The room tells who has accepted it, and then the change.
  const look = () => {
    const found = readProposals(proposals.text.toString()).find((proposal) => proposal.id === id);
    const { by, version } = found?.judged ?? {};
    if (!found || version === undefined || by !== proposals.people.self?.id) return;
    const file = files.list.find(({ document }) => document.id === found.document);
    if (!file || file.document.version >= version) return;
    changed.push(file.document);
    file.document.accepted = version;
  };
  if (accept) proposals.addEventListener('change', look);
  try {
    await ask(files, { type: 'judge', proposal: id, accept });
  } finally {
    proposals.removeEventListener('change', look);
    for (const document of changed) document.accepted = null;
  }
}

/** Throws an Error for a file that is not there. */
function fileOf({ files }: Proposing, name: string | undefined): SessionDocument {
  const found = name === undefined ? files.shown : files.find(name)?.document;
  if (!found) throw laterRefusal('file-unknown', { name: name ?? '' });
  return found;
}

/** False when the room has not answered after a while; in private time at once, since it lasts minutes. */
function isConfirmed(document: SessionDocument, files: Files): Promise<boolean> {
  if (files.held || !document.hasPending) return Promise.resolve(!files.held);
  return new Promise((resolve) => {
    const end = (confirmed: boolean) => {
      clearTimeout(timer);
      document.removeEventListener('saved', look);
      resolve(confirmed);
    };
    const look = () => (files.held || !document.hasPending) && end(!files.held);
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    document.addEventListener('saved', look);
  });
}

function changesOf(text: Text, changes: readonly Replacement[]): ChangeSet {
  const specs = changes.map(({ from, to = from, insert = '' }) => ({ from, to, insert: plainText(insert) }));
  return ChangeSet.of(specs, text.length, '\n');
}

/** Whole lines only, so that it reads well, and what others type in other lines is kept. */
function changeByLines(text: Text, newText: string): ChangeSet {
  const lines = plainText(newText).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return ChangeSet.of(lineChanges(text, lines), text.length, '\n');
}
