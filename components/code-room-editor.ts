// The editor of a room: shows and edits the shown file, with the cursors of the others.

import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DocumentEditor, type EditorSettings } from './editor/document-editor.js';
import { RunVersions } from './editor/run-versions.js';
import type { RoomContext } from './element/context.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import { inComposition } from './page/composition.js';
import { idle } from './page/idle.js';
import type { EditorsEvent } from './run/editors-event.js';
import type { RevealEvent } from './run/reveal-event.js';
import type { RunController } from './run/run-controller.js';
import type { Session } from './session/session.js';
import type { SessionDocument } from './session/sync/document.js';
import { controls } from './styles/controls.js';
import { languageName } from './wording/language-names.js';
import { runKeys } from './wording/run-key.js';
import { t } from './wording/words.js';

/** How long CodeMirror lets Tab leave the editor after Escape. */
const LEAVING_MS = 2_000;

/**
 * The editor of the room around it.
 *
 * @csspart editor - The box of the editor.
 * @csspart hint - The line that says how to leave the editor by keyboard.
 */
export class CodeRoomEditor extends RoomElement {
  static override readonly tag: string = 'code-room-editor';
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
      /* Code is left to right on every page. */
      .editor,
      .opening {
        direction: ltr;
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
        border-radius: var(--_small-radius);
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
        border-radius: var(--_small-radius);
        background: var(--_surface);
        color: var(--_muted);
        font-size: var(--_smaller);
        pointer-events: none;
        visibility: hidden;
      }
      .editor:has(.cm-focused) ~ .hint {
        visibility: visible;
      }
      /* Without a keyboard, and where it would cover the code. */
      @container room (inline-size < 520px) {
        .hint {
          display: none;
        }
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

  /** One editor per file that has been shown, each with its own undo, selection and scroll position. */
  readonly #editors = new Map<SessionDocument, DocumentEditor>();
  /** The session whose errors are marked and whose files are printed. */
  #featured: Session | undefined;
  #features = new AbortController();
  /** Called when an editor has been created, or rebuilt. */
  #look: (() => void) | undefined;
  /** The page called focus() before there was an editor. */
  #focusWanted = false;
  /** Until then, a second Escape is for the page. */
  #leavingUntil = 0;

  get #editor(): DocumentEditor | undefined {
    const { document } = this.room?.session ?? {};
    return document && this.#editors.get(document);
  }

  /** Puts the cursor into the editor. */
  override focus(): void {
    // On no page nothing is focused, nor when it comes to one later.
    this.#focusWanted = this.isConnected && !this.#editor;
    this.#editor?.view.focus();
  }

  /** moveBefore() keeps the focus but loses the selection, which the editor still knows. */
  override connectedMoveCallback(): void {
    this.#editor?.view.select();
  }

  protected override watched({ session, runs }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [runs, 'change'],
      [session.document, 'file', 'editable'],
      // The first text of an added file.
      [session.documents.files, 'change'],
    ];
  }

  protected override entered({ session, runs }: RoomContext, signal: AbortSignal): void {
    runs.addEventListener('reveal', (event) => void this.#reveal(session, event as RevealEvent), { signal });
    runs.addEventListener('editors', (event) => (event as EditorsEvent).visit(this.#editors), { signal });
    // A moved element stays in its room.
    if (session !== this.#featured) void this.#startFeatures(session, runs);
  }

  /** Shows a line of the shown file, or of the named one. */
  async #reveal({ documents: { files } }: Session, { line, fileName }: RevealEvent): Promise<void> {
    const file = fileName === undefined ? null : files.find(fileName);
    // Of a file that is gone; in a room of one file any name is that file's.
    if (fileName !== undefined && !file && files.list.length > 1) return;
    if (file) files.show(file.document);
    await this.updateComplete;
    await this.#editor?.reveal(line);
  }

  async #startFeatures(session: Session, runs: RunController): Promise<void> {
    this.#stopFeatures();
    this.#featured = session;
    const { signal } = this.#features;
    const versions = new RunVersions(session, signal);
    await idle();
    try {
      const { startEditorFeatures } = await import('./editor/room-editors.js');
      if (!signal.aborted) this.#look = startEditorFeatures(session, versions, this.#editors, window, signal, runs);
    } catch {
      // Without a connection no line is marked; the output names it.
    }
  }

  #stopFeatures(): void {
    this.#features.abort();
    this.#features = new AbortController();
    this.#look = this.#featured = undefined;
  }

  protected override render(): TemplateResult {
    const session = this.room?.session;
    const opening = session && !session.document.synced && session.status !== 'refused' && session.status !== 'ended';
    return html`<div part="editor" class="editor" @focusin=${this.#foresee} @keydown=${this.#leave}></div>
      ${opening ? html`<div class="opening">${t('Opening the room…')}<i></i><i></i><i></i></div>` : nothing}
      <p part="hint" class="hint" aria-hidden="true">${t('Esc, then Tab leaves the editor')}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isConnected) return;
    const document = this.room?.session.document;
    this.#tidy();
    if (!this.room || !document?.synced) return;
    const settings = this.#settings(this.room);
    if (this.#editor) this.#editor.show(settings);
    else this.#open(document, settings);
    for (const [of, editor] of this.#editors) editor.shown = of === document;
    void this.#editor?.setLanguage(document.language || 'python');
    this.#look?.();
  }

  protected override moved(): void {
    for (const editor of this.#editors.values()) editor.moved();
  }

  protected override left(): void {
    this.#stopFeatures();
    for (const document of this.#editors.keys()) this.#close(document);
  }

  /** Removes editors of removed files and of other rooms. */
  #tidy(): void {
    const there = new Set(this.room?.session.documents.files.documents);
    for (const document of this.#editors.keys()) if (!there.has(document)) this.#close(document);
  }

  #settings({ session, runs, readOnly }: RoomContext): EditorSettings {
    const { document, status } = session;
    const name = languageName(document.language || 'python');
    const keys = runKeys(runs.key);
    const locked = readOnly || status === 'ended' || status === 'refused' || !document.editable;
    return {
      readOnly: locked,
      label: t(
        locked
          ? '{file}, {language}, read only. Esc, then Tab leaves the editor.'
          : '{file}, {language}. Esc, then Tab leaves the editor.',
        { file: document.name || t('Code'), language: name },
      ),
      placeholder: locked
        ? t('Nothing has been written yet.')
        : keys
          ? t('Write {language} here. {keys} runs it.', { language: name, keys })
          : t('Write {language} here.', { language: name }),
    };
  }

  /** After Escape, the next Tab leaves the editor; a second Escape is for the page around the room. */
  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') this.#leavingUntil = 0;
    else if (!event.defaultPrevented && !inComposition(event)) {
      if (event.timeStamp > this.#leavingUntil) event.preventDefault();
      this.#leavingUntil = event.timeStamp + LEAVING_MS;
    }
  }

  /** Somebody who types will run the program soon, so the language is loaded ahead of time, unless the connection is metered; there, Run loads it. */
  readonly #foresee = (): void => {
    const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
    if (!connection?.saveData && !/2g|3g/.test(connection?.effectiveType ?? '')) void this.room?.runs.warm();
  };

  #open(document: SessionDocument, settings: EditorSettings): void {
    const { renderRoot: root } = this;
    const parent = root.querySelector('.editor');
    if (!parent || !(root instanceof ShadowRoot)) return;
    const editor = new DocumentEditor(document, { parent, root }, settings, {
      edited: () => {
        this.room?.runs.noteTyping();
        this.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      },
      // Later: an element that has just moved is in its room again by then.
      rebuilt: () => setTimeout(() => this.#rebuilt()),
      failed: (reason, why) => refuse(this, reason, why),
    });
    this.#editors.set(document, editor);
    if (this.#focusWanted) this.focus();
  }

  #rebuilt(): void {
    this.#look?.();
    this.room?.runs.dispatchEvent(new Event('rebuilt'));
  }

  #close(document: SessionDocument): void {
    this.#editors.get(document)?.close();
    this.#editors.delete(document);
  }
}
