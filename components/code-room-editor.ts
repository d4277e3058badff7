// The editor of a room: shows its file, edits it, and shows where the others are.
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LIMITS } from '../party/shared/limits.js';
import type { RoomContext } from './context.js';
import { binding } from './editor/binding.js';
import { changedOptions, type EditorOptions, extensions } from './editor/extensions.js';
import { guard } from './editor/guard.js';
import { loadLanguage } from './editor/languages.js';
import { remoteCursors } from './editor/remote-cursors.js';
import { CodeRoomErrorEvent } from './events.js';
import { RoomElement } from './room-element.js';
import { languageName, runKeys } from './sentences.js';
import type { SessionDocument } from './session/document.js';
import { controls } from './styles/controls.js';

/**
 * The editor of the room around it.
 *
 * @csspart editor - The box of the editor.
 * @csspart hint - The line that says how to leave the editor by keyboard.
 */
export class CodeRoomEditor extends RoomElement {
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        position: relative;
        display: grid;
        min-block-size: 6rem;
        min-inline-size: 0;
        background: var(--_background);
      }
      .editor {
        min-block-size: 0;
        min-inline-size: 0;
        overflow: hidden;
      }
      .editor > .cm-editor {
        block-size: 100%;
      }
      .opening {
        position: absolute;
        inset: 16px 16px auto 48px;
        display: grid;
        gap: 12px;
        color: var(--_muted);
      }
      .opening i {
        block-size: 10px;
        border-radius: 5px;
        background: var(--_hover);
      }
      .opening i:nth-child(2) {
        inline-size: 46%;
      }
      .opening i:nth-child(3) {
        inline-size: 62%;
      }
      .opening i:nth-child(4) {
        inline-size: 34%;
      }
      .hint {
        position: absolute;
        inset: auto 10px 6px auto;
        margin: 0;
        padding: 2px 8px;
        border-radius: 6px;
        background: var(--_surface);
        color: var(--_muted);
        font-size: 12px;
        pointer-events: none;
        visibility: hidden;
      }
      .editor:has(.cm-focused) ~ .hint {
        visibility: visible;
      }
      .editor:has(.cm-focused) {
        box-shadow: inset 0 0 0 2px var(--_focus-inside, transparent);
      }
      @media (pointer: coarse) {
        .hint {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .editor:has(.cm-focused) {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  #view: EditorView | undefined;
  #document: SessionDocument | undefined;
  #options: EditorOptions | undefined;
  #language: { id: string; extension: Extension } = { id: '', extension: [] };
  #comforts: Extension = [];

  /** Puts the cursor into the editor. */
  override focus(): void {
    this.#view?.focus();
  }

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [session.document, 'file', 'editable'],
    ];
  }

  protected override render(): TemplateResult {
    const opening = !this.room?.session.document.synced && this.room?.session.status !== 'refused';
    return html`<div part="editor" class="editor"></div>
      ${opening ? html`<div class="opening">Opening the room…<i></i><i></i><i></i></div>` : nothing}
      <p part="hint" class="hint">Esc, then Tab leaves the editor</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isConnected) return;
    const document = this.room?.session.document;
    if (!this.room || !document?.synced) return this.#close();
    const options = this.#currentOptions(this.room);
    if (!this.#view || this.#document !== document) this.#open(document, options);
    else if (this.#options) this.#view.dispatch({ effects: changedOptions(this.#options, options) });
    this.#options = options;
    void this.#loadLanguage(document.language || 'python');
  }

  protected override left(): void {
    this.#close();
  }

  #currentOptions({ session, readOnly, runs }: RoomContext): EditorOptions {
    const { document, status } = session;
    const name = languageName(document.language || 'python');
    const over = status === 'ended' || status === 'refused';
    const locked = readOnly || over || !document.editable;
    return {
      language: this.#language.extension,
      comforts: this.#comforts,
      readOnly: locked,
      label: `${document.name || 'Code'}, ${name}${locked ? ', read only' : ''}. Esc, then Tab leaves the editor.`,
      placeholder: locked ? 'Nothing has been written yet.' : `Write ${name} here. ${runKeys()} runs it.`,
      run: this.#options?.run ?? (() => void runs.run()),
    };
  }

  #open(document: SessionDocument, options: EditorOptions): void {
    this.#close();
    const { renderRoot: root } = this;
    const parent = root.querySelector('.editor');
    if (!parent || !(root instanceof ShadowRoot)) return;
    this.#document = document;
    this.#options = { ...options, run: () => void this.room?.runs.run() };
    this.#view = new EditorView({ state: this.#state(document), parent, root });
    if (this.#comforts.length !== 0) return;
  }

  #state(document: SessionDocument): EditorState {
    return EditorState.create({
      doc: document.text,
      extensions: [
        binding(document, { edited: () => this.#edited(), broken: () => queueMicrotask(() => this.#rebuild()) }),
        guard(LIMITS.fileBytes, () => this.#tooLarge()),
        remoteCursors(document),
        extensions(this.#options),
      ],
    });
  }
}
