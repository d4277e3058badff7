// A place that somebody points to: a ring in their colour with their name, which fades by itself.
import { EditorSelection, StateEffect, StateField } from '@codemirror/state';
import { EditorView, type LayerMarker, layer, RectangleMarker } from '@codemirror/view';

const SHOWN_MS = 4_000;

interface Mark {
  head: number;
  name: string;
  color: string;
}

const addMark = StateEffect.define<Mark>();
const removeMark = StateEffect.define<Mark>();

/** `of` is the mark as it was added, by which it is removed; `head` moves with the text. */
const marks = StateField.define<readonly { of: Mark; head: number }[]>({
  create: () => [],
  update(shown, { changes, docChanged, effects }) {
    let next = docChanged ? shown.map(({ of, head }) => ({ of, head: changes.mapPos(head) })) : shown;
    for (const effect of effects) {
      if (effect.is(addMark)) next = [...next, { of: effect.value, head: effect.value.head }];
      if (effect.is(removeMark)) next = next.filter(({ of }) => of !== effect.value);
    }
    return next;
  },
});

class RingMarker implements LayerMarker {
  constructor(
    private readonly box: RectangleMarker,
    private readonly of: Mark,
  ) {}

  eq(other: RingMarker): boolean {
    return this.of === other.of && this.box.eq(other.box);
  }

  draw(): HTMLElement {
    const ring = document.createElement('div');
    ring.className = 'cm-placeMark';
    ring.append(document.createElement('i'), document.createElement('span'));
    const name = ring.lastElementChild;
    if (name) name.textContent = this.of.name;
    ring.style.setProperty('--_person', this.of.color);
    this.#place(ring);
    return ring;
  }

  /** One that only shifts does not begin to fade again. */
  update(ring: HTMLElement, old: RingMarker): boolean {
    if (old.of !== this.of) return false;
    this.#place(ring);
    return true;
  }

  #place(ring: HTMLElement): void {
    const { left, top, height } = this.box;
    ring.style.left = `${left}px`;
    ring.style.top = `${top + height / 2}px`;
  }
}

const look = EditorView.theme({
  '.cm-placeMarks': { pointerEvents: 'none', zIndex: '152 !important' },
  '.cm-placeMark': { position: 'absolute', animation: `cm-placeMark ${SHOWN_MS}ms ease-in forwards` },
  '.cm-placeMark i': {
    position: 'absolute',
    inset: '-14px auto auto -14px',
    width: '28px',
    height: '28px',
    boxSizing: 'border-box',
    border: '3px solid var(--_person)',
    borderRadius: '50%',
  },
  '.cm-placeMark span': {
    position: 'absolute',
    top: '-9px',
    left: '18px',
    padding: '1px 6px',
    borderRadius: 'var(--_small-radius)',
    background: 'var(--_person)',
    color: 'white',
    font: '600 11px/1.45 var(--_font)',
    whiteSpace: 'nowrap',
    unicodeBidi: 'plaintext',
  },
  '@keyframes cm-placeMark': { '0%, 60%': { opacity: '1' }, to: { opacity: '0' } },
});

const extension = [
  marks,
  look,
  layer({
    above: true,
    class: 'cm-placeMarks',
    update: ({ docChanged, startState, state }) => docChanged || startState.field(marks, false) !== state.field(marks),
    markers: (view) =>
      view.state
        .field(marks)
        .flatMap(({ of, head }) =>
          RectangleMarker.forRange(view, '', EditorSelection.cursor(head)).map((box) => new RingMarker(box, of)),
        ),
  }),
];

/** Shows it for some seconds; `head` in positions of the shown text. */
export function markPlace(view: EditorView, { head, ...who }: Mark): void {
  const mark = { ...who, head: Math.min(head, view.state.doc.length) };
  const known = view.state.field(marks, false) !== undefined;
  view.dispatch({
    effects: [...(known ? [] : [StateEffect.appendConfig.of(extension)]), addMark.of(mark)],
  });
  setTimeout(() => {
    // The editor may have been built again meanwhile, without the mark.
    if (view.dom.isConnected && view.state.field(marks, false)) view.dispatch({ effects: removeMark.of(mark) });
  }, SHOWN_MS);
}
