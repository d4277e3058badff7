// The read-only editor of a replay, with the cursor of the last edit's author.
import { type ChangeSet, EditorState, type Extension, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, lineNumbers, WidgetType } from '@codemirror/view';
import { COLORS } from '../../party/shared/colors.js';
import { replacement } from '../../party/shared/wire/change.js';
import { linearEdits } from '../editor/linear-changes.js';
import { loadLanguage, standardSetup } from '../editor/standard-setup.js';
import { theme } from '../editor/theme.js';
import type { WrittenPart } from './authorship.js';

/** The end of the last edit and its author; null when nobody has just written. */
export interface LastCursor {
  at: number;
  name: string;
  color: string;
}

const setPen = StateEffect.define<LastCursor | null>();

class PenWidget extends WidgetType {
  constructor(
    private readonly className: string,
    private readonly text: string,
    private readonly color: string,
  ) {
    super();
  }

  override eq({ text, color }: PenWidget): boolean {
    return text === this.text && color === this.color;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = this.className;
    element.textContent = this.text;
    // Set from script, because a page's policy may forbid style attributes.
    element.style.setProperty('--_person', this.color);
    return element;
  }
}

/** A caret, with the name label at the end of the line, where it covers no code. */
function penAt({ at, name, color }: LastCursor, doc: Text): DecorationSet {
  const caret = Decoration.widget({ widget: new PenWidget('pen', '', color), side: 1 }).range(at);
  const end = doc.lineAt(at).to;
  return Decoration.set([
    caret,
    Decoration.widget({ widget: new PenWidget('pen-name', name, color), side: 2 }).range(end),
  ]);
}

const pens = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects, newDoc }) {
    let next = shown.map(changes);
    for (const effect of effects) {
      if (!effect.is(setPen)) continue;
      const lastCursor = effect.value;
      next = lastCursor ? penAt(lastCursor, newDoc) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const setParts = StateEffect.define<DecorationSet>();

/** Who wrote what, as a line below the text. */
const parts = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, { changes, effects }) => effects.find((effect) => effect.is(setParts))?.value ?? shown.map(changes),
  provide: (field) => EditorView.decorations.from(field),
});

/** One class per colour, because a page's policy may forbid style attributes. */
const marks = COLORS.map((_, index) => Decoration.mark({ class: `by-${index}` }));
const lines = COLORS.map((color, index) => [`.by-${index}`, { borderBottom: `2px solid ${color}` }] as const);

function marksOf(written: readonly WrittenPart[], colorOf: (person: number) => string): DecorationSet {
  let at = 0;
  const ranges = written.flatMap(({ length, person }) => {
    const from = at;
    at += length;
    if (person === null) return [];
    const known = (COLORS as readonly string[]).indexOf(colorOf(person));
    return marks[known < 0 ? person % COLORS.length : known]?.range(from, at) ?? [];
  });
  return Decoration.set(ranges);
}

const look = EditorView.theme({
  ...Object.fromEntries(lines),
  '.pen': { borderLeft: '2px solid var(--_person)', marginRight: '-2px' },
  '.pen-name': {
    marginLeft: '8px',
    padding: '1px 6px',
    borderRadius: '5px',
    background: 'var(--_person)',
    color: 'white',
    font: '600 11px/1.3 var(--_font)',
    whiteSpace: 'nowrap',
  },
});

export class ReplayView {
  readonly #view: EditorView;

  /** Only the latest request counts. */
  #turn = 0;

  constructor(parent: Element, root: ShadowRoot, label: string) {
    this.#view = new EditorView({ parent, root, state: this.#state([], label) });
  }

  async highlight(language: string, label: string): Promise<void> {
    const turn = ++this.#turn;
    const loaded = await loadLanguage(language);
    // Another file is shown by now.
    if (turn !== this.#turn) return;
    const { doc } = this.#view.state;
    this.#view.setState(this.#state(loaded, label, doc));
  }

  /** `changes` lead from the shown text to `text`; null for a plain replacement. */
  show(text: Text, changes: ChangeSet[] | null, lastCursor: LastCursor | null, follow: boolean): void {
    for (const step of changes ?? []) {
      // Where the log was compacted, a change may not fit the shown text.
      if (step.length === this.#view.state.doc.length) this.#view.dispatch({ changes: step });
    }
    const rest = replacement(this.#view.state.doc, text);
    if (rest) this.#view.dispatch({ changes: rest });
    const place = lastCursor && { ...lastCursor, at: Math.min(lastCursor.at, text.length) };
    const scroll = place && follow ? [EditorView.scrollIntoView(place.at, { y: 'nearest', yMargin: 40 })] : [];
    this.#view.dispatch({ effects: [setPen.of(place), ...scroll] });
  }

  /** Shows who wrote which part of the shown text; null for nobody. */
  color(written: readonly WrittenPart[] | null, colorOf: (person: number) => string): void {
    const effects = setParts.of(written ? marksOf(written, colorOf) : Decoration.none);
    this.#view.dispatch({ effects });
  }

  close(): void {
    this.#view.destroy();
  }

  #state(language: Extension, label: string, doc?: Text): EditorState {
    return EditorState.create({
      ...(doc && { doc }),
      extensions: [
        linearEdits,
        [lineNumbers(), drawSelection(), pens, parts, look, language, standardSetup, theme],
        EditorState.readOnly.of(true),
        EditorState.lineSeparator.of('\n'),
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, inputmode: 'none' }),
      ],
    });
  }
}
