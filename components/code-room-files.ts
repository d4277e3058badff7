// The files of a room as a row of tabs: shown, added, renamed, moved and removed. A room of one file shows only how to add another.
import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { may, mayWriteFile } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { CodeRoomErrorEvent } from './element/events.js';
import { RoomElement } from './element/room-element.js';
import type { Session } from './session/session.js';
import {
  addFile,
  chooseEntry,
  moveFile,
  protectFile,
  removeFile,
  renameFile,
  restoreFile,
} from './session/sync/file-changes.js';
import type { RoomFile } from './session/sync/files.js';
import { controls } from './styles/controls.js';
import { sentenceOf } from './wording/status-text.js';

interface Said {
  sentence: string;
  undo?: () => void;
}

/** People shown at a tab by their colour; more are no help. */
const DOTS = 4;

/**
 * The files of the room around it, as tabs.
 *
 * @csspart files - The row of tabs.
 * @csspart tab - Each tab.
 * @csspart add - The button that adds a file.
 * @csspart menu - What can be done about the shown file.
 */
export class CodeRoomFiles extends RoomElement {
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        min-inline-size: 0;
        gap: 4px 8px;
      }
      :host([several]) {
        flex: 1 0 100%;
        order: 1;
      }
      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        min-inline-size: 0;
      }
      .tab {
        position: relative;
        display: flex;
        align-items: center;
        max-inline-size: 16rem;
        min-inline-size: 0;
        border: 1px solid var(--_border);
        border-radius: 8px;
      }
      .tab.shown {
        border-color: var(--_border-strong);
        background: var(--_background);
      }
      [role='tab'] {
        min-inline-size: 0;
        padding-inline: 9px;
        font-weight: 500;
        color: var(--_muted);
        direction: ltr;
      }
      .shown [role='tab'] {
        color: var(--_text);
        font-weight: 600;
      }
      [role='tab']:hover {
        color: var(--_text);
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        unicode-bidi: plaintext;
      }
      .more,
      [part='add'] {
        min-inline-size: 30px;
        padding: 0;
        color: var(--_muted);
      }
      .more:hover,
      [part='add']:hover {
        color: var(--_text);
        background: var(--_hover);
      }
      .entry {
        inline-size: 9px;
        block-size: 9px;
        fill: var(--_run);
      }
      .dot {
        flex: none;
        inline-size: 7px;
        block-size: 7px;
        border-radius: 50%;
        background: var(--_person);
      }
      .mark {
        font-size: 11px;
        font-weight: 500;
        color: var(--_muted);
      }
      input {
        inline-size: 14ch;
        direction: ltr;
        border-color: var(--_border-strong);
        background: var(--_background);
      }
      form {
        display: flex;
        gap: 4px;
      }
      .menu {
        position: absolute;
        z-index: 160;
        inset-block-start: calc(100% + 4px);
        inset-inline-start: 0;
        display: grid;
        min-inline-size: max-content;
        padding: 6px;
        border: 1px solid var(--_border-strong);
        border-radius: 8px;
        background: var(--_background);
        box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
      }
      .menu button {
        justify-content: start;
        font-weight: 500;
      }
      .menu button:hover:not(:disabled) {
        background: var(--_hover);
      }
      .menu button:disabled {
        color: var(--_muted);
        cursor: not-allowed;
      }
      .menu hr {
        margin-block: 4px;
        inline-size: 100%;
        border: none;
        border-block-start: 1px solid var(--_border);
      }
      .said {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--_muted);
        font-size: 13px;
      }
      .said.bad {
        color: var(--_bad);
      }
      .said button {
        border-color: var(--_border-strong);
        color: var(--_text);
      }
    `,
  ];

  /** What the field is for while there is one. */
  #writing: 'add' | 'rename' | null = null;
  #menu = false;
  /** What was said last about files, and how to take it back. */
  #said: Said | null = null;
  #focus: string | null = null;

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    const { files } = session.documents;
    return [
      [session, 'status', 'people'],
      [files, 'change', 'shown'],
      ...[...files.documents].map((document): [EventTarget, ...string[]] => [document, 'cursors', 'editable']),
    ];
  }

  protected override entered({ session }: RoomContext, signal: AbortSignal): void {
    this.#writing = this.#said = null;
    this.#menu = false;
    const { files } = session.documents;
    const followed = new Set(files.documents);
    // Files that come later have people in them, too.
    const follow = () => {
      for (const document of files.documents) {
        if (followed.has(document)) continue;
        followed.add(document);
        document.addEventListener('cursors', () => this.requestUpdate(), { signal });
      }
    };
    files.addEventListener('change', follow, { signal });
    const close = (event: Event) => {
      if (this.#menu && !event.composedPath().includes(this)) this.#closeMenu();
    };
    this.ownerDocument.addEventListener('pointerdown', close, { signal });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, readOnly } = this.room ?? {};
    const list = session?.documents.files.list ?? [];
    const several = list.length > 1;
    this.toggleAttribute('several', several);
    if (!session || (!several && !this.#mayArrange(session, readOnly))) return nothing;
    return html`${several ? this.#tabs(session, list) : nothing}
      ${this.#writing === 'add' ? this.#field(session) : this.#adding(session, readOnly)}
      ${this.#said ? this.#sentence(this.#said) : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#focus) return;
    const wanted = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    this.#focus = null;
    wanted?.focus();
    if (wanted instanceof HTMLInputElement) wanted.setSelectionRange(0, stemOf(wanted.value));
  }

  #mayArrange({ role, standing, status }: Session, readOnly = false): boolean {
    return !readOnly && status === 'live' && !standing.ended && may(role, 'arrange');
  }

  #tabs(session: Session, list: RoomFile[]): TemplateResult {
    const { files } = session.documents;
    return html`<div part="files" class="tabs" role="tablist" aria-label="Files" @keydown=${this.#keys}>
      ${repeat(
        list,
        ({ document }) => document.id,
        (file) => this.#tab(session, file, file.document === files.shown),
      )}
    </div>`;
  }

  #tab(session: Session, file: RoomFile, shown: boolean): TemplateResult {
    if (shown && this.#writing === 'rename')
      return html`<div class="tab shown" role="presentation">${this.#field(session, file)}</div>`;
    const people = [
      ...new Map([...file.document.cursors.values()].map(({ person }) => [person.id, person])).values(),
    ].filter(({ self }) => !self);
    const names = people.map(({ name }) => name).join(', ');
    const marks = [file.hidden ? 'interviewers only' : '', file.readonly ? 'read-only' : ''].filter(Boolean).join(', ');
    const title = [file.name, file.entry ? 'Run runs this file' : '', marks, names && `here: ${names}`]
      .filter(Boolean)
      .join(' · ');
    return html`<div class="tab ${shown ? 'shown' : ''}" role="presentation">
      <button
        part="tab"
        role="tab"
        type="button"
        id="t${file.document.id}"
        aria-selected=${shown}
        tabindex=${shown ? 0 : -1}
        title=${title}
        @click=${() => session.documents.files.show(file.document)}
        @dblclick=${() => this.#rename(session, file)}
      >
        ${file.entry ? html`<svg class="entry" viewBox="0 0 12 12" aria-hidden="true"><path d="M2.5 1v10l8-5z" /></svg><span class="unseen">Run runs this file: </span>` : nothing}
        <span class="name">${file.name}</span>
        ${marks ? html`<span class="mark">${marks}</span>` : nothing}
        ${people.slice(0, DOTS).map(({ color }) => html`<span class="dot" style="--_person:${color}"></span>`)}
        ${names ? html`<span class="unseen">, here: ${names}</span>` : nothing}
      </button>
      ${shown ? this.#more(session, file) : nothing}
    </div>`;
  }

  #more(session: Session, file: RoomFile): TemplateResult {
    return html`<button
        class="more"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.#menu}
        aria-label="More about ${file.name}"
        title="More about ${file.name}"
        @click=${() => (this.#menu ? this.#closeMenu() : this.#openMenu())}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="2" cy="6" r="1.2" /><circle cx="6" cy="6" r="1.2" /><circle cx="10" cy="6" r="1.2" /></svg>
      </button>
      ${this.#menu ? this.#items(session, file) : nothing}`;
  }

  #items(session: Session, file: RoomFile): TemplateResult {
    const { files } = session.documents;
    const { list } = files;
    const index = list.findIndex(({ document }) => document === file.document);
    const { document, readonly, hidden } = file;
    const arranges = this.#mayArrange(session, this.room?.readOnly);
    const writes = arranges && mayWriteFile(session.role, file);
    const item = (words: string, on: boolean, act: () => unknown, key = '') =>
      html`<button type="button" role="menuitem" tabindex="-1" ?disabled=${!on} data-key=${key} @click=${() => {
        this.#closeMenu();
        act();
      }}>${words}</button>`;
    const ask = (asked: Promise<unknown>) => void this.#ask(asked);
    return html`<div part="menu" class="menu" role="menu" aria-label=${file.name} @keydown=${this.#menuKeys}>
      ${item('Run this file once', this.room?.runs.obstacleTo(document) === '', () => this.room?.runs.press(document))}
      ${item('Let Run run this file', arranges && !file.entry && !hidden, () => ask(chooseEntry(files, document)))}
      <hr />
      ${item('Rename…', writes, () => this.#rename(session, file))}
      ${item('Move left', arranges && index > 0, () => ask(moveFile(files, document, index - 1)))}
      ${item('Move right', arranges && index < list.length - 1, () => ask(moveFile(files, document, index + 1)))}
      ${
        may(session.role, 'protect')
          ? html`<hr />
              ${item(readonly ? 'Let candidates change it' : 'Make it read-only for candidates', arranges, () => ask(protectFile(files, document, { readonly: !readonly, hidden })))}
              ${item(hidden ? 'Show it to everybody' : 'Hide it from all but interviewers', arranges && !file.entry, () => ask(protectFile(files, document, { readonly, hidden: !hidden })))}`
          : nothing
      }
      <hr />
      ${item('Remove', writes && list.length > 1, () => this.#remove(session, file))}
    </div>`;
  }

  #adding(session: Session, readOnly = false): TemplateResult | typeof nothing {
    if (!this.#mayArrange(session, readOnly)) return nothing;
    return html`<button part="add" type="button" aria-label="Add a file" title="Add a file" @click=${() => {
      this.#writing = 'add';
      this.#said = null;
      this.#focus = 'input';
      this.requestUpdate();
    }}>
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M5.2 1h1.6v4.2H11v1.6H6.8V11H5.2V6.8H1V5.2h4.2z" /></svg>
    </button>`;
  }

  /** For a new name; of `file`, or of one that is to be added. */
  #field(session: Session, file?: RoomFile): TemplateResult {
    const submit = (event: Event) => {
      event.preventDefault();
      const name = this.renderRoot.querySelector('input')?.value.trim() ?? '';
      if (name === '' || name === file?.name) return this.#cancel();
      void this.#ask(file ? renameFile(session.documents.files, file.document, name) : this.#add(session, name), true);
    };
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      this.#cancel();
    };
    return html`<form @submit=${submit} @keydown=${keys}>
      <input
        type="text"
        aria-label=${file ? 'New name of the file' : 'Name of the new file'}
        placeholder="helpers.py"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="255"
        .value=${file?.name ?? ''}
        @blur=${file ? submit : this.#leave}
      />
      ${file ? nothing : html`<button type="submit">Add</button>`}
    </form>`;
  }

  /** A field that was left empty was not meant. */
  readonly #leave = (event: FocusEvent) => {
    const field = event.currentTarget as HTMLInputElement;
    if (field.value.trim() === '') this.#cancel(false);
  };

  async #add(session: Session, name: string): Promise<void> {
    const { files } = session.documents;
    const { document } = await addFile(files, { name });
    files.show(document);
    (this.room?.host as HTMLElement | undefined)?.focus();
  }

  #rename(session: Session, file: RoomFile): void {
    if (!this.#mayArrange(session, this.room?.readOnly) || !mayWriteFile(session.role, file)) return;
    this.#writing = 'rename';
    this.#said = null;
    this.#focus = 'input';
    this.requestUpdate();
  }

  #remove(session: Session, { document, name }: RoomFile): void {
    const { files } = session.documents;
    const { id } = document;
    const undo = () => void this.#ask(restoreFile(files, id));
    void this.#ask(removeFile(files, document)).then((done) => {
      if (!done) return;
      this.#said = { sentence: `${name} was removed.`, undo };
      this.#focus = '.said button';
      this.requestUpdate();
    });
  }

  /** True when it was done; else it is said why not, and a name that was written stays there. */
  async #ask(asked: Promise<unknown>, writing = false): Promise<boolean> {
    this.#said = null;
    try {
      await asked;
      if (writing) this.#writing = null;
      return true;
    } catch (error) {
      this.#said = { sentence: sentenceOf(error) };
      if (writing) this.#focus = 'input';
      this.room?.host.dispatchEvent(new CodeRoomErrorEvent('files', sentenceOf(error)));
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  #sentence({ sentence, undo }: Said): TemplateResult {
    return html`<span class="said ${undo ? '' : 'bad'}" role="status">${sentence}${
      undo ? html`<button type="button" @click=${undo}>Bring it back</button>` : nothing
    }</span>`;
  }

  #cancel(focus = true): void {
    this.#focus = focus ? (this.#writing === 'add' ? '[part=add]' : '[aria-selected=true]') : null;
    this.#writing = this.#said = null;
    this.requestUpdate();
  }

  #openMenu(): void {
    this.#menu = true;
    this.#focus = '.menu button:not(:disabled)';
    this.requestUpdate();
  }

  #closeMenu(): void {
    this.#menu = false;
    this.requestUpdate();
  }

  /** Arrows go from tab to tab, as in every row of tabs. */
  readonly #keys = (event: KeyboardEvent) => {
    const { files } = this.room?.session.documents ?? {};
    if (!files || (event.target as Element).getAttribute('role') !== 'tab') return;
    const { list } = files;
    const at = list.findIndex(({ document }) => document === files.shown);
    const mirrored = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: at + mirrored, ArrowLeft: at - mirrored, Home: 0, End: list.length - 1 }[event.key];
    if (event.key === 'F2') {
      const file = list[at];
      if (file && this.room) this.#rename(this.room.session, file);
    } else if (to === undefined) return;
    else {
      const next = list[(to + list.length) % list.length];
      if (next) files.show(next.document);
      this.#focus = '[aria-selected=true]';
      this.requestUpdate();
    }
    event.preventDefault();
  };

  readonly #menuKeys = (event: KeyboardEvent) => {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('.menu button:not(:disabled)')];
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.#closeMenu();
      if (event.key === 'Tab') return;
      this.#focus = '.more';
    } else if (to === undefined) return;
    else items[(to + items.length) % items.length]?.focus();
    event.preventDefault();
  };
}

/** Up to where a name is more than its ending. */
function stemOf(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') + 1 ? dot : name.length;
}
