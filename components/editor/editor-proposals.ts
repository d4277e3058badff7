// The proposals of a room in its editors: where each stands by now, and what this person decides there.
import type { EditorView } from '@codemirror/view';
import { type Proposal, readProposals } from '../../party/shared/proposals.js';
import { may } from '../../party/shared/roles.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { judge } from '../session/sync/proposals.js';
import { sentenceOf } from '../wording/errors.js';
import { laterText } from '../wording/later-text.js';
import type { DocumentEditor } from './document-editor.js';
import { type ProposalInText, type Span, shownProposals, showProposals } from './proposal-lines.js';

/** Of one text, to find a place by what stands there. */
const MOST_FINDS = 2;

export class EditorProposals {
  /** Those that I have decided on and the room has not answered; and why one could not be accepted. */
  readonly #judging = new Set<number>();
  readonly #faults = new Map<number, string>();
  /** What each editor shows. */
  readonly #shown = new WeakMap<EditorView, string>();

  constructor(
    private readonly session: Session,
    private readonly editors: ReadonlyMap<SessionDocument, DocumentEditor>,
  ) {}

  look(): void {
    const open = readProposals(this.session.documents.proposals.text.toString()).filter(
      ({ state }) => state === 'open',
    );
    for (const [document, { view }] of this.editors)
      this.#show(
        document,
        view,
        open.filter((proposal) => proposal.document === document.id),
      );
  }

  #show(document: SessionDocument, view: EditorView, open: readonly Proposal[]): void {
    const known = shownProposals(view.state);
    if (known.length === 0 && open.length === 0) return;
    // Others' edits are held back while an input method composes: then positions are those of another text.
    if (view.state.doc.length !== document.text.length) return;
    const mayJudge = may(this.session.role, 'edit') && this.session.status === 'live' && !view.state.readOnly;
    const all = open.map((proposal): ProposalInText => {
      const { id } = proposal;
      const before = known.find((one) => one.proposal.id === id);
      return {
        proposal,
        places: before ? before.places : placesNow(proposal, document),
        mayJudge,
        busy: this.#judging.has(id),
        fault: this.#faults.get(id) ?? '',
        judge: (accept) => void this.#judge(proposal, accept),
        copy: () => void this.#copy(proposal),
      };
    });
    const what = JSON.stringify(all.map(({ proposal: { id }, busy, fault }) => [id, busy, fault, mayJudge]));
    if (this.#shown.get(view) === what && known.length === all.length) return;
    this.#shown.set(view, what);
    showProposals(view, all);
  }

  async #judge({ id }: Proposal, accept: boolean): Promise<void> {
    if (this.#judging.has(id)) return;
    this.#judging.add(id);
    this.#faults.delete(id);
    this.look();
    try {
      await judge(this.session.documents, id, accept);
    } catch (error) {
      this.#faults.set(id, sentenceOf(error));
    }
    this.#judging.delete(id);
    this.look();
  }

  async #copy({ id, places }: Proposal): Promise<void> {
    try {
      await navigator.clipboard.writeText(places.map(({ insert }) => insert).join('\n'));
      this.#faults.delete(id);
    } catch {
      this.#faults.set(id, laterText('clipboard-closed'));
    }
    this.look();
  }
}

/** Where it stands in the text as it is shown now; null where that is not known for sure. */
function placesNow({ places, version }: Proposal, document: SessionDocument): Span[] | null {
  const { text } = document;
  const mapped = places.map(({ from, to }) => {
    const at = document.locate({ anchor: from, head: to, version });
    return at && { from: at.anchor, to: at.head };
  });
  const fits = (spans: readonly (Span | null)[]): spans is Span[] =>
    spans.every(
      (at, index) =>
        at !== null &&
        at.from >= (spans[index - 1]?.to ?? 0) &&
        text.sliceString(at.from, at.to) === places[index]?.removed,
    );
  if (fits(mapped)) return mapped;
  // Whoever comes later does not know the edits that were made between: it is where its lines are, if they are nowhere else.
  const whole = text.toString();
  const found = places.map(({ lead, removed, tail }) => placeOf(whole, lead, removed, tail));
  return fits(found) ? found : null;
}

function placeOf(whole: string, lead: string, removed: string, tail: string): Span | null {
  const wanted = `${lead}${removed}${tail}`;
  if (wanted.trim() === '') return null;
  const finds: number[] = [];
  for (let at = whole.indexOf(wanted); at >= 0 && finds.length < MOST_FINDS; at = whole.indexOf(wanted, at + 1))
    finds.push(at);
  const [at] = finds;
  if (at === undefined || finds.length > 1) return null;
  return { from: at + lead.length, to: at + lead.length + removed.length };
}
