// The editor that shows a replay: read-only, with the cursor of whoever made the last edit.
import { type ChangeSet, EditorState, type Extension, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, lineNumbers, WidgetType } from '@codemirror/view';
import { replacement } from '../../party/shared/change.js';
import { comforts, loadLanguage } from '../editor/comforts.js';
import { linearEdits } from '../editor/linear.js';
import { theme } from '../editor/theme.js';

/** Where the last edit ended, and by whom; null: nobody has just written. */
export interface Pen {
  at: number;
  name: string;
  color: string;
}

const setPen = StateEffect.define<Pen | null>();

class PenWidget extends WidgetType {
  constructor(private readonly pen: Pen) {
    super();
  }

  override eq({ pen }: PenWidget): boolean {
    return pen.name === this.pen.name && pen.color === this.pen.color;
  }

  toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'pen';
    const name = caret.appendChild(document.createElement('span'));
    name.textContent = this.pen.name;
    // Through the object model: a page's policy may forbid style attributes.
    caret.style.setProperty('--_person', this.pen.color);
    return caret;
  }
}

const pens = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects }) {
    let next = shown.map(changes);
    for (const effect of effects) {
      if (!effect.is(setPen)) continue;
      const pen = effect.value;
      next = pen
        ? Decoration.set(Decoration.widget({ widget: new PenWidget(pen), side: 1 }).range(pen.at))
        : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const look = EditorView.theme({
  '.pen': { position: 'relative', borderLeft: '2px solid var(--_person)', marginRight: '-2px' },
  '.pen > span': {
    position: 'absolute',
    bottom: '100%',
    left: '-2px',
    padding: '0 6px',
    borderRadius: '5px 5px 5px 0',
    background: 'var(--_person)',
    color: 'white',
    font: '600 11px/1.45 var(--_font)',
    whiteSpace: 'nowrap',
    zIndex: '2',
  },
  '.cm-line:first-child .pen > span': { bottom: 'auto', top: '100%' },
});

export class Screen {
  readonly #view: EditorView;

  constructor(parent: Element, root: ShadowRoot, label: string) {
    this.#view = new EditorView({ parent, root, state: this.#state([], label) });
  }

  async highlight(language: string, label: string): Promise<void> {
    const loaded = await loadLanguage(language);
    const { doc } = this.#view.state;
    this.#view.setState(this.#state(loaded, label, doc));
  }

  /** `changes` lead from what is shown to `text`; null: whatever differs. */
  show(text: Text, changes: ChangeSet[] | null, pen: Pen | null, follow: boolean): void {
    for (const step of changes ?? []) {
      // Where the log was thinned a change follows another text.
      if (step.length === this.#view.state.doc.length) this.#view.dispatch({ changes: step });
    }
    const rest = replacement(this.#view.state.doc, text);
    if (rest) this.#view.dispatch({ changes: rest });
    const place = pen && { ...pen, at: Math.min(pen.at, text.length) };
    const scroll = place && follow ? [EditorView.scrollIntoView(place.at, { y: 'nearest', yMargin: 40 })] : [];
    this.#view.dispatch({ effects: [setPen.of(place), ...scroll] });
  }

  close(): void {
    this.#view.destroy();
  }

  #state(language: Extension, label: string, doc?: Text): EditorState {
    return EditorState.create({
      ...(doc && { doc }),
      extensions: [
        linearEdits,
        [lineNumbers(), drawSelection(), pens, look, language, comforts, theme],
        EditorState.readOnly.of(true),
        EditorState.lineSeparator.of('\n'),
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, inputmode: 'none' }),
      ],
    });
  }
}
