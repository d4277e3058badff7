// Shows where the others are: a caret with a name and the selected text, drawn beside the text and never in it.
import { EditorSelection, type Extension, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, type LayerMarker, layer, RectangleMarker, ViewPlugin } from '@codemirror/view';
import type { RemoteCursor, SessionDocument } from '../session/document.js';
import { remote } from './binding.js';

interface ShownCursor extends RemoteCursor {
  replica: number;
  /** Counts how often the person has moved; text that shifts the caret does not count. */
  moves: number;
}

type Cursors = readonly ShownCursor[];

const setCursors = StateEffect.define<ReadonlyMap<number, RemoteCursor>>();

const shown = StateField.define<Cursors>({
  create: () => [],
  update(cursors, transaction) {
    let next = cursors;
    if (transaction.docChanged && next.length > 0) {
      // Where I type at somebody's caret it stays before my text.
      const side = transaction.annotation(remote) ? 1 : -1;
      const map = (position: number) => transaction.changes.mapPos(position, side);
      next = next.map((cursor) => ({ ...cursor, anchor: map(cursor.anchor), head: map(cursor.head) }));
    }
    for (const effect of transaction.effects) {
      if (effect.is(setCursors)) next = arrived(next, effect.value, transaction.newDoc.length);
    }
    return next;
  },
});

function arrived(before: Cursors, cursors: ReadonlyMap<number, RemoteCursor>, length: number): Cursors {
  return [...cursors].map(([replica, { person, anchor, head }]) => {
    const old = before.find((cursor) => cursor.replica === replica);
    const at = { anchor: Math.min(anchor, length), head: Math.min(head, length) };
    const stayed = old?.anchor === at.anchor && old.head === at.head;
    return { replica, person, ...at, moves: (old?.moves ?? 0) + (stayed ? 0 : 1) };
  });
}

/** One rectangle of a selection, in its person's colour. */
class SelectionMarker implements LayerMarker {
  constructor(
    private readonly box: RectangleMarker,
    private readonly color: string,
  ) {}

  eq(other: SelectionMarker): boolean {
    return this.color === other.color && this.box.eq(other.box);
  }

  draw(): HTMLElement {
    const element = this.box.draw();
    element.style.setProperty('--_person', this.color);
    return element;
  }
}

/** A caret with its person's name, which shows for a while after each move, and when pointed at. */
class CaretMarker implements LayerMarker {
  constructor(
    private readonly box: RectangleMarker,
    private readonly cursor: ShownCursor,
  ) {}

  eq(other: CaretMarker): boolean {
    return this.#isSame(other) && this.box.eq(other.box);
  }

  draw(): HTMLElement {
    const caret = document.createElement('div');
    caret.className = 'cm-remoteCaret';
    const name = caret.appendChild(document.createElement('span'));
    name.className = 'cm-remoteName';
    const { person } = this.cursor;
    name.textContent = person.self ? 'You, in another tab' : person.name;
    caret.style.setProperty('--_person', this.cursor.person.color);
    this.#place(caret);
    return caret;
  }

  /** A caret that only shifts keeps its element, so that its name does not flash. */
  update(caret: HTMLElement, old: CaretMarker): boolean {
    if (!this.#isSame(old)) return false;
    this.#place(caret);
    return true;
  }

  #isSame({ cursor }: CaretMarker): boolean {
    const { replica, moves, person } = this.cursor;
    return (
      replica === cursor.replica &&
      moves === cursor.moves &&
      person.name === cursor.person.name &&
      person.color === cursor.person.color
    );
  }

  #place(caret: HTMLElement): void {
    const { left, top, height } = this.box;
    caret.style.left = `${left}px`;
    caret.style.top = `${top}px`;
    caret.style.height = `${height}px`;
    // No room above the first line: the name goes below it.
    caret.classList.toggle('cm-remoteCaret-top', top < height);
  }
}

function caret(view: EditorView, cursor: ShownCursor): CaretMarker[] {
  const boxes = RectangleMarker.forRange(view, '', EditorSelection.cursor(cursor.head));
  return boxes.map((box) => new CaretMarker(box, cursor));
}

function selection(view: EditorView, { anchor, head, person }: ShownCursor): SelectionMarker[] {
  if (anchor === head) return [];
  const boxes = RectangleMarker.forRange(view, 'cm-remoteSelection', EditorSelection.range(anchor, head));
  return boxes.map((box) => new SelectionMarker(box, person.color));
}

function cursorLayer(name: string, above: boolean, marks: (view: EditorView, cursor: ShownCursor) => LayerMarker[]) {
  return layer({
    above,
    class: name,
    update: ({ docChanged, startState, state }) => docChanged || startState.field(shown) !== state.field(shown),
    markers: (view) => view.state.field(shown).flatMap((cursor) => marks(view, cursor)),
  });
}

/** Follows the document's `cursors` event. */
export function remoteCursors(document: SessionDocument): Extension {
  const follow = ViewPlugin.define((view) => {
    const end = new AbortController();
    const show = () => view.dispatch({ effects: setCursors.of(document.cursors) });
    document.addEventListener('cursors', show, { signal: end.signal });
    // An editor cannot be changed while it is being made.
    queueMicrotask(() => {
      if (!end.signal.aborted && document.cursors.size > 0) show();
    });
    return { destroy: () => end.abort() };
  });
  return [
    shown,
    follow,
    cursorLayer('cm-remoteSelections', false, selection),
    cursorLayer('cm-remoteCarets', true, caret),
  ];
}
