// An editor of words rather than code: the brief, and the interviewers' notes.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { LIMITS } from '../../party/shared/limits.js';
import type { SessionDocument } from '../session/document.js';
import { binding } from './binding.js';
import { guard } from './guard.js';
import { remoteCursors } from './remote-cursors.js';
import { theme } from './theme.js';

export interface PlainEditorOptions {
  /** What the editor is called by a screen reader. */
  label: string;
  placeholder: string;
  /** An edit was not taken; the sentence says why. */
  failed(sentence: string): void;
}

const TOO_LONG = 'This would be longer than 64 KiB, more than a room keeps. Nothing was changed.';

export class PlainEditor {
  readonly view: EditorView;
  #closed = false;

  constructor(
    readonly document: SessionDocument,
    place: { parent: Element; root: ShadowRoot },
    private readonly options: PlainEditorOptions,
  ) {
    this.view = new EditorView({ ...place, state: this.#state() });
  }

  close(): void {
    this.#closed = true;
    this.view.destroy();
  }

  #state(): EditorState {
    const { label, placeholder: empty, failed } = this.options;
    return EditorState.create({
      doc: this.document.text,
      extensions: [
        binding(this.document, { edited: () => {}, broken: () => queueMicrotask(() => this.#rebuild()) }),
        guard(LIMITS.notesBytes, () => failed(TOO_LONG)),
        remoteCursors(this.document),
        history(),
        drawSelection(),
        // Without Tab: it leads on, as it does in every other field of words.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorState.lineSeparator.of('\n'),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' }),
        placeholder(empty),
        theme,
        words,
      ],
    });
  }

  #rebuild(): void {
    if (!this.#closed) this.view.setState(this.#state());
  }
}

const words = EditorView.theme({
  '.cm-scroller': { fontFamily: 'var(--_font)', fontSize: 'var(--_size)', lineHeight: '1.55' },
  '.cm-line': { padding: '0 12px' },
});
