// The files of a room as a row of tabs: shown, added, renamed, moved and removed. A room of one file shows only how to add another.
import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { stemLength } from '../party/shared/file-names.js';
import { may, mayWriteFile } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { fileMenu } from './element/file-menu.js';
import { RoomElement } from './element/room-element.js';
import type { Session } from './session/session.js';
import { addFile, removeFile, renameFile, restoreFile } from './session/sync/file-changes.js';
import type { RoomFile } from './session/sync/files.js';
import { controls } from './styles/controls.js';
import { fileTabs } from './styles/file-tabs.js';
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
  static override styles: CSSResult[] = [controls, fileTabs];

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
      if (this.#menu && !event.composedPath().includes(this)) this.#setMenu(false);
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
    // Through the object model: a page's policy may forbid style attributes.
    for (const dot of this.renderRoot.querySelectorAll<HTMLElement>('.dot'))
      dot.style.setProperty('--_person', dot.dataset.color ?? '');
    if (!this.#focus) return;
    const wanted = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    this.#focus = null;
    wanted?.focus();
    if (wanted instanceof HTMLInputElement) wanted.setSelectionRange(0, stemLength(wanted.value));
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
        ${people.slice(0, DOTS).map(({ color }) => html`<span class="dot" data-color=${color}></span>`)}
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
        @click=${() => this.#setMenu(!this.#menu)}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="2" cy="6" r="1.2" /><circle cx="6" cy="6" r="1.2" /><circle cx="10" cy="6" r="1.2" /></svg>
      </button>
      ${this.#menu ? this.#items(session, file) : nothing}`;
  }

  #items(session: Session, file: RoomFile): TemplateResult | typeof nothing {
    if (!this.room) return nothing;
    return fileMenu({
      file,
      room: this.room,
      arranges: this.#mayArrange(session, this.room.readOnly),
      ask: (asked) => void this.#ask(asked),
      rename: () => this.#rename(session, file),
      remove: () => this.#remove(session, file),
      close: (focus) => {
        this.#setMenu(false);
        if (focus) this.#focus = '.more';
      },
    });
  }

  #adding(session: Session, readOnly = false): TemplateResult | typeof nothing {
    if (!this.#mayArrange(session, readOnly)) return nothing;
    return html`<button part="add" type="button" aria-label="Add a file" title="Add a file" @click=${() => this.#write('add')}>
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M5.2 1h1.6v4.2H11v1.6H6.8V11H5.2V6.8H1V5.2h4.2z" /></svg>
    </button>`;
  }

  #write(what: 'add' | 'rename'): void {
    this.#writing = what;
    this.#said = null;
    this.#focus = 'input';
    this.requestUpdate();
  }

  /** For a new name; of `file`, or of one that is to be added. */
  #field(session: Session, file?: RoomFile): TemplateResult {
    const submit = (event: Event) => {
      event.preventDefault();
      const name = this.renderRoot.querySelector('input')?.value.trim() ?? '';
      if (name === '' || name === file?.name) return this.#cancel();
      void this.#ask(file ? renameFile(file.document, name) : this.#add(session, name), true);
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
        @blur=${(event: FocusEvent) => (file ? submit(event) : this.#leave(event))}
      />
      ${file ? nothing : html`<button type="submit">Add</button>`}
    </form>`;
  }

  /** A field that was left empty was not meant. */
  #leave({ currentTarget }: FocusEvent): void {
    if ((currentTarget as HTMLInputElement).value.trim() === '') this.#cancel(false);
  }

  async #add(session: Session, name: string): Promise<void> {
    const { files } = session.documents;
    const { document } = await addFile(files, { name });
    files.show(document);
    (this.room?.host as HTMLElement | undefined)?.focus();
  }

  #rename(session: Session, file: RoomFile): void {
    if (!this.#mayArrange(session, this.room?.readOnly) || !mayWriteFile(session.role, file)) return;
    this.#write('rename');
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

  #setMenu(open: boolean): void {
    this.#menu = open;
    this.#focus = open ? '.menu button:not(:disabled)' : null;
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
}
