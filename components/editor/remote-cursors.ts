// Others' cursors: a caret with a name label, and the selection; drawn as layers beside the text.
import { EditorSelection, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, type LayerMarker, layer, RectangleMarker, ViewPlugin } from '@codemirror/view';
import type { RemoteCursor } from '../session/sync/cursors.js';
import type { SessionDocument } from '../session/sync/document.js';
import { t } from '../wording/words.js';
import { remote } from './document-binding.js';
import { isSamePlace, type NamePlace, NamePlaces } from './name-places.js';

/** Pixels around a caret that count as hovering over it. */
const NEAR = 5;

const look = EditorView.theme({
  '.cm-remoteSelection': { background: 'var(--_person)', opacity: '0.26' },
  '.cm-remoteCarets': { pointerEvents: 'none', zIndex: '151 !important' },
  '.cm-remoteCaret': { width: '2px', marginLeft: '-1px', background: 'var(--_person)' },
  '.cm-remoteCaret::after': {
    content: '""',
    position: 'absolute',
    top: '-3px',
    left: '-2px',
    width: '6px',
    height: '6px',
    borderRadius: '50%',
    background: 'var(--_person)',
  },
  // They must be visible on a dark background, too. Browsers of 2023 cannot mix colours like that and show the same as on light.
  '@supports (color: light-dark(red, red))': {
    '.cm-remoteCaret, .cm-remoteCaret::after': {
      background: 'light-dark(var(--_person), color-mix(in oklab, var(--_person) 55%, white))',
    },
  },
  '.cm-remoteName': {
    position: 'absolute',
    top: '0',
    maxWidth: '150px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    padding: '1px 6px',
    borderRadius: 'var(--_small-radius)',
    background: 'var(--_person)',
    color: 'white',
    font: '600 11px/1.45 var(--_font)',
    whiteSpace: 'nowrap',
    unicodeBidi: 'plaintext',
    opacity: '0',
    zIndex: '1',
    animation: 'cm-remoteName 2.4s step-end',
  },
  '.cm-remoteCaret-above .cm-remoteName': { top: 'auto', bottom: '100%' },
  '.cm-remoteCaret-below .cm-remoteName': { top: '100%' },
  '.cm-remoteCaret-none .cm-remoteName': { bottom: '100%', top: 'auto', animation: 'none' },
  '.cm-remoteCaret-pointed .cm-remoteName': { opacity: '1' },
  '@keyframes cm-remoteName': { from: { opacity: '1' }, to: { opacity: '0' } },
});

interface ShownCursor extends RemoteCursor {
  replica: number;
  /** Counts the person's own moves; shifts of the text are not counted. */
  moves: number;
}

type Cursors = readonly ShownCursor[];

const setCursors = StateEffect.define<ReadonlyMap<number, RemoteCursor>>();

const shown = StateField.define<Cursors>({
  create: () => [],
  update(cursors, transaction) {
    let next = cursors;
    if (transaction.docChanged && next.length > 0) {
      // When I type at somebody's caret, it stays before my text.
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

/** One rectangle of a person's selection. */
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

/** A caret with a name label, which is shown for a moment after each move, and on hover. */
class CaretMarker implements LayerMarker {
  constructor(
    private readonly box: RectangleMarker,
    private readonly cursor: ShownCursor,
    private readonly name: NamePlace,
  ) {}

  eq(other: CaretMarker): boolean {
    return this.#isSame(other) && this.box.eq(other.box) && isSamePlace(this.name, other.name);
  }

  draw(): HTMLElement {
    const caret = document.createElement('div');
    const name = caret.appendChild(document.createElement('span'));
    name.textContent = nameOf(this.cursor);
    caret.style.setProperty('--_person', this.cursor.person.color);
    this.#place(caret);
    return caret;
  }

  /** A caret that is only shifted keeps its element, so that its label does not flash. */
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
    caret.className = `cm-remoteCaret cm-remoteCaret-${this.name.side}`;
    caret.style.left = `${left}px`;
    caret.style.top = `${top}px`;
    caret.style.height = `${height}px`;
    const name = caret.firstElementChild as HTMLElement;
    name.className = 'cm-remoteName';
    name.style.left = `${this.name.left}px`;
  }
}

function carets(view: EditorView): CaretMarker[] {
  const places = new NamePlaces(view);
  return view.state.field(shown).flatMap((cursor) => {
    const boxes = RectangleMarker.forRange(view, '', EditorSelection.cursor(cursor.head));
    return boxes.map((box) => new CaretMarker(box, cursor, places.of(cursor.head, nameOf(cursor))));
  });
}

function nameOf({ person }: ShownCursor): string {
  return person.self ? t('You, in another tab') : person.name;
}

function selection(view: EditorView, { anchor, head, person }: ShownCursor): SelectionMarker[] {
  if (anchor === head) return [];
  const boxes = RectangleMarker.forRange(view, 'cm-remoteSelection', EditorSelection.range(anchor, head));
  return boxes.map((box) => new SelectionMarker(box, person.color));
}

function cursorLayer(name: string, above: boolean, markers: (view: EditorView) => LayerMarker[]) {
  return layer({
    above,
    class: name,
    // Also updated when my own cursor moves, since labels avoid the line of my cursor.
    update: ({ docChanged, selectionSet, startState, state }) =>
      docChanged || startState.field(shown) !== state.field(shown) || (selectionSet && state.field(shown).length > 0),
    markers,
  });
}

/** Shows the label again while the pointer is near the caret, which itself ignores the pointer. */
const pointed = EditorView.domEventObservers({
  mousemove: ({ clientX, clientY }, view) => point(view, clientX, clientY),
  mouseleave: (_event, view) => point(view, Number.NaN, Number.NaN),
});

function point(view: EditorView, x: number, y: number): void {
  for (const caret of view.scrollDOM.querySelectorAll('.cm-remoteCaret')) {
    const { left, right, top, bottom } = caret.getBoundingClientRect();
    const near = x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom;
    caret.classList.toggle('cm-remoteCaret-pointed', near);
  }
}

/** Follows the document's `cursors` event. */
export function remoteCursors(document: SessionDocument): Extension {
  const follow = ViewPlugin.define((view) => {
    const end = new AbortController();
    const show = () => view.dispatch({ effects: setCursors.of(document.cursors) });
    document.addEventListener('cursors', show, { signal: end.signal });
    // An editor cannot be changed while it is being created.
    queueMicrotask(() => {
      if (!end.signal.aborted && document.cursors.size > 0) show();
    });
    return { destroy: () => end.abort() };
  });
  return [
    look,
    shown,
    follow,
    cursorLayer('cm-remoteSelections', false, (view) =>
      view.state.field(shown).flatMap((cursor) => selection(view, cursor)),
    ),
    cursorLayer('cm-remoteCarets', true, carets),
    pointed,
  ];
}
