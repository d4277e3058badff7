// The read-only editor of a replay, with the cursor of the last edit's author.
import { defaultKeymap } from '@codemirror/commands';
import { bidiIsolates, bracketMatching } from '@codemirror/language';
import {
  type ChangeSet,
  Compartment,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  WidgetType,
} from '@codemirror/view';
import { replacement } from '../../party/shared/wire/change.js';
import { forcedColors } from '../editor/forced-colors.js';
import { loadLanguage } from '../editor/highlight-languages.js';
import { highlighting } from '../editor/highlighting.js';
import { linearEdits } from '../editor/linear-changes.js';
import { paper } from '../editor/print.js';
import { theme } from '../editor/theme.js';

/** The end of the last edit and its author; null when nobody has just written. */
export interface LastCursor {
  at: number;
  name: string;
  color: string;
}

const setLastCursor = StateEffect.define<LastCursor | null>();

class LastCursorWidget extends WidgetType {
  constructor(
    private readonly className: string,
    private readonly text: string,
    private readonly color: string,
  ) {
    super();
  }

  override eq({ text, color }: LastCursorWidget): boolean {
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
function lastCursorAt({ at, name, color }: LastCursor, doc: Text): DecorationSet {
  const caret = Decoration.widget({ widget: new LastCursorWidget('last-cursor', '', color), side: 1 }).range(at);
  const end = doc.lineAt(at).to;
  return Decoration.set([
    caret,
    Decoration.widget({ widget: new LastCursorWidget('last-cursor-name', name, color), side: 2 }).range(end),
  ]);
}

const lastCursors = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects, newDoc }) {
    let next = shown.map(changes);
    for (const effect of effects) {
      if (!effect.is(setLastCursor)) continue;
      const lastCursor = effect.value;
      next = lastCursor ? lastCursorAt(lastCursor, newDoc) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const setParts = StateEffect.define<DecorationSet>();

/** By whom or from where each part came, as a line below the text. */
const parts = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, { changes, effects }) => effects.find((effect) => effect.is(setParts))?.value ?? shown.map(changes),
  provide: (field) => EditorView.decorations.from(field),
});

const look = EditorView.theme({
  '.last-cursor': { borderLeft: '2px solid var(--_person)', marginRight: '-2px' },
  '.last-cursor-name': {
    marginLeft: '8px',
    padding: '1px 6px',
    borderRadius: '5px',
    background: 'var(--_person)',
    color: 'white',
    font: '600 11px/1.3 var(--_font)',
    whiteSpace: 'nowrap',
  },
});

/** What is to be shown. */
interface Shown {
  text(): Text;
  /** Leads from the shown text to this one; null: it is the same. Undefined: a jump, and nobody knows how they differ. */
  step: ChangeSet | null | undefined;
  cursor: LastCursor | null;
  /** Undefined: as they are. */
  parts: DecorationSet | undefined;
  /** Scrolls to the cursor. */
  follow: boolean;
}

/** In longer texts the syntax colours come one frame after a jump, because parsing takes longer than all else. */
const LONG = 1_000;

export class ReplayView {
  readonly #view: EditorView;
  readonly #label = new Compartment();
  readonly #grammar = new Compartment();
  /** What `#grammar` has, or will have soon. */
  #language: Extension = [];
  #cursor: LastCursor | null = null;
  /** Only the latest request counts. */
  #turn = 0;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: Element, root: ShadowRoot, doc: Text) {
    this.#view = new EditorView({ parent, root, state: this.#state(doc) });
  }

  /** The language and the name of what is shown from now on. */
  about(language: string, label: string): void {
    const turn = ++this.#turn;
    this.#view.dispatch({ effects: this.#label.reconfigure(labelled(label)) });
    const take = (loaded: Extension) => {
      // Another file is shown by now.
      if (turn !== this.#turn) return;
      this.#language = loaded;
      this.#colorSoon();
    };
    // Without its grammar, code is shown without colours.
    void loadLanguage(language).then(take, () => take([]));
  }

  show({ text, step, cursor, parts: marked, follow }: Shown): void {
    const { doc } = this.#view.state;
    const jump = step === undefined;
    const changes = jump ? replacement(doc, text()) : step;
    const placed = cursor && { ...cursor, at: Math.min(cursor.at, changes?.newLength ?? doc.length) };
    const effects: StateEffect<unknown>[] = marked ? [setParts.of(marked)] : [];
    if (changes || !sameLastCursor(placed, this.#cursor)) effects.push(setLastCursor.of(placed));
    if (changes && placed && follow) effects.push(EditorView.scrollIntoView(placed.at, { y: 'nearest', yMargin: 40 }));
    const plain = jump && changes !== null && changes.newLength > LONG;
    if (plain) effects.push(this.#grammar.reconfigure([]));
    this.#cursor = placed;
    if (changes || effects.length > 0) this.#view.dispatch({ ...(changes && { changes }), effects });
    if (plain) this.#colorSoon();
  }

  close(): void {
    this.#turn++;
    this.#forget();
    this.#view.destroy();
  }

  /** When what is shown has been painted. */
  #colorSoon(): void {
    this.#forget();
    this.#frame = requestAnimationFrame(() => {
      this.#timer = setTimeout(() => {
        this.#view.dispatch({ effects: this.#grammar.reconfigure(this.#language) });
      });
    });
  }

  #forget(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #state(doc: Text): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        linearEdits,
        [lineNumbers(), drawSelection(), lastCursors, parts, look],
        [bracketMatching(), bidiIsolates(), highlighting, forcedColors, paper, keymap.of(defaultKeymap), theme],
        [this.#grammar.of([]), this.#label.of([])],
        EditorState.readOnly.of(true),
        EditorState.lineSeparator.of('\n'),
        EditorView.perLineTextDirection.of(true),
      ],
    });
  }
}

function labelled(label: string): Extension {
  return EditorView.contentAttributes.of({ 'aria-label': label, inputmode: 'none' });
}

function sameLastCursor(one: LastCursor | null, other: LastCursor | null): boolean {
  return one?.at === other?.at && one?.name === other?.name && one?.color === other?.color;
}
