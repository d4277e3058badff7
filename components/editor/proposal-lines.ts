// Proposed changes as lines of an editor: what is to go is marked where it stands, what is to come stands below it, and above both who proposes it.
import {
  type ChangeDesc,
  type EditorState,
  MapMode,
  type Range,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { changedLines, type Proposal } from '../../party/shared/proposals.js';
import { t } from '../wording/words.js';
import { AddedLinesWidget, type CardState, ProposalCardWidget, proposalLook } from './proposal-widgets.js';

export interface Span {
  from: number;
  to: number;
}

export interface ProposalInText extends CardState {
  proposal: Proposal;
  /** Null: it has no place in this text any more. */
  places: readonly Span[] | null;
}

interface Shown {
  all: readonly ProposalInText[];
  decorations: DecorationSet;
}

const setProposals = StateEffect.define<readonly ProposalInText[]>();

const shown = StateField.define<Shown>({
  create: () => ({ all: [], decorations: Decoration.none }),
  update(before, { changes, docChanged, effects, newDoc }) {
    let { all } = before;
    if (docChanged) all = all.map((one) => ({ ...one, places: moved(one, changes) }));
    for (const effect of effects) if (effect.is(setProposals)) all = effect.value;
    return all === before.all ? before : { all, decorations: decorationsOf(all, newDoc) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

export function shownProposals(state: EditorState): readonly ProposalInText[] {
  return state.field(shown, false)?.all ?? [];
}

/** The focus stays in the editor when what had it is gone. */
export function showProposals(view: EditorView, all: readonly ProposalInText[]): void {
  const known = view.state.field(shown, false) !== undefined;
  const inside = () => view.dom.querySelector('.cm-proposal :focus, .cm-proposal:focus') !== null;
  const focused = inside();
  const effect = setProposals.of(all);
  view.dispatch({ effects: known ? [effect] : [StateEffect.appendConfig.of([shown, proposalLook]), effect] });
  if (focused && !inside()) view.focus();
}

/** As the room moves them when it is accepted: what was typed beside a place is not in it. */
function moved({ proposal, places }: ProposalInText, changes: ChangeDesc): Span[] | null {
  if (!places) return null;
  const spans: Span[] = [];
  for (const [index, { from, to }] of places.entries()) {
    if (proposal.places[index]?.removed === '') {
      const at = changes.mapPos(from, -1, MapMode.TrackDel);
      if (at === null) return null;
      spans.push({ from: at, to: at });
    } else {
      const at = changes.mapPos(from, 1);
      spans.push({ from: at, to: Math.max(at, changes.mapPos(to, -1)) });
    }
  }
  return spans;
}

/** None of a proposal of which a place has another text by now: it cannot be made. */
function decorationsOf(all: readonly ProposalInText[], doc: Text): DecorationSet {
  const marks = all.flatMap((one) => {
    const { places, proposal } = one;
    const fits = places?.every(({ from, to }, index) => doc.sliceString(from, to) === proposal.places[index]?.removed);
    return places && fits ? places.flatMap((span, index) => marksOf(one, span, index, doc)) : [];
  });
  return Decoration.set(marks, true);
}

function marksOf(one: ProposalInText, { from, to }: Span, index: number, doc: Text): Range<Decoration>[] {
  const place = one.proposal.places[index];
  if (!place) return [];
  const [first, last] = [doc.lineAt(from), doc.lineAt(to)];
  // The lines as they are by now: beside the place something may have been typed.
  const [lead, tail] = [doc.sliceString(first.from, from), doc.sliceString(to, last.to)];
  const { skipped, before, after } = changedLines({ ...place, lead, tail });
  const marks: Range<Decoration>[] = [];
  // Lines put behind one that stays are placed by it: it may be the last.
  const behind = skipped > 0 && before.length === 0;
  const top = behind ? first.to : doc.line(first.number + skipped).from;
  if (index === 0) marks.push(block(new ProposalCardWidget(one.proposal, one), behind ? 1 : -2).range(top));
  for (let n = 0; n < before.length; n++)
    marks.push(taken(one.proposal).range(doc.line(first.number + skipped + n).from));
  if (after.length > 0) {
    const added = new AddedLinesWidget(one.proposal, after);
    if (before.length === 0) marks.push(block(added, behind ? 2 : -1).range(top));
    else marks.push(block(added, 1).range(doc.line(first.number + skipped + before.length - 1).to));
  }
  return marks;
}

function block(widget: ProposalCardWidget | AddedLinesWidget, side: number): Decoration {
  return Decoration.widget({ widget, side, block: true });
}

/** With a role, because screen readers do not announce elements without one. */
function taken({ name, file }: Proposal): Decoration {
  const title = t('{name}’s proposal for {file}', { name, file });
  return Decoration.line({
    class: 'cm-proposedOut',
    attributes: { role: 'mark', 'aria-description': t('taken out'), title },
  });
}
