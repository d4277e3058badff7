// The files of a room as a row of tabs: show, add, rename, move and remove. A room with one file shows only the button to add.

import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { stemLength } from '../party/shared/file-names.js';
import { may, mayWriteFile } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { addFile, removeFile, renameFile, restoreFile } from './element/file-changes.js';
import { acceptDroppedFiles } from './element/file-drop.js';
import { fileField } from './element/file-field.js';
import { fileMenu } from './element/file-menu.js';
import { clashNotice, type FileNotice, fileNotice } from './element/file-notice.js';
import { aboutFile, addButton, fileTab, tabStep } from './element/file-tab.js';
import { goToPerson } from './element/go-to.js';
import { keepInSight } from './element/in-sight.js';
import { watchCursors } from './element/person-place.js';
import { type Picked, pickedIn } from './element/picked-files.js';
import { PinnedFiles } from './element/pinned-files.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import type { Session } from './session/session.js';
import type { Files, RoomFile } from './session/sync/files.js';
import { controls } from './styles/controls.js';
import { fileTabs } from './styles/file-tabs.js';
import { notLoaded, sentenceOf } from './wording/errors.js';
import { laterText } from './wording/later-text.js';
import { t } from './wording/words.js';

/**
 * The files of the room around it, as tabs.
 *
 * @csspart files - The row of tabs.
 * @csspart tab - Each tab.
 * @csspart add - The button that adds a file.
 * @csspart menu - What can be done about the shown file.
 */
export class CodeRoomFiles extends RoomElement {
  static override readonly tag: string = 'code-room-files';
  static override styles: CSSResult[] = [controls, fileTabs];

  /** What the field is for, while there is one: the file as it was then, so that another's new name replaces nothing typed. */
  #writing: 'add' | RoomFile | null = null;
  #menu = false;
  #said: FileNotice | null = null;
  #focus: string | null = null;
  #inSight: Element | null = null;
  #pinned = new PinnedFiles(undefined);
  #bringing: Promise<void> = Promise.resolve();

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    const { files } = session.documents;
    return [
      [session, 'status', 'people'],
      [files, 'change', 'shown'],
      [session.document, 'editable'],
    ];
  }

  protected override entered({ session, roomId, element }: RoomContext, signal: AbortSignal, again: boolean): void {
    const settle = () => {
      // The name of a new file is not about the shown one.
      if (this.#writing !== 'add') this.#writing = null;
      this.#menu = false;
    };
    session.documents.files.addEventListener('shown', settle, { signal });
    if (!again) {
      this.#writing = null;
      this.#menu = false;
      this.#unsay();
      this.#pinned = new PinnedFiles(roomId);
    }
    acceptDroppedFiles(element, (picked) => this.#bring(picked), signal);
    watchCursors(session.documents.files, () => this.requestUpdate(), signal);
    const close = (event: Event) => {
      if (this.#menu && !event.composedPath().includes(this)) this.#setMenu(false);
    };
    this.ownerDocument.addEventListener('pointerdown', close, { signal });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room } = this;
    const { session, readOnly } = room ?? {};
    const list = session?.documents.files.list ?? [];
    const several = list.length > 1;
    this.toggleAttribute('several', several);
    if (!room || !session || (!several && !this.#mayArrange(session, readOnly))) return nothing;
    const shown = list.find(({ document }) => document === session.documents.files.shown);
    const renamed = this.#writing === 'add' ? null : this.#writing;
    return html`${several ? this.#tabs(session, list) : nothing}
      ${several && shown && !renamed ? aboutFile(shown.name, this.#menu ? this.#items(room, shown) : nothing, () => this.#setMenu(!this.#menu)) : nothing}
      ${this.#writing ? this.#field(session, renamed) : this.#mayArrange(session, readOnly) ? addButton(() => this.#write('add')) : nothing}
      ${this.#said ? this.#sentence(this.#said) : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Set from script, because a page's policy may forbid style attributes.
    for (const dot of this.renderRoot.querySelectorAll<HTMLElement>('.dot'))
      dot.style.setProperty('--_person', dot.dataset.color ?? '');
    this.#inSight = keepInSight(this, this.renderRoot, this.#inSight);
    if (!this.#focus) return;
    const wanted = this.renderRoot.querySelector<HTMLElement & Partial<HTMLInputElement>>(this.#focus);
    this.#focus = null;
    wanted?.focus();
    if (wanted?.localName === 'input') wanted.setSelectionRange?.(0, stemLength(wanted.value ?? ''));
  }

  #mayArrange({ role, standing, status }: Session, readOnly = false): boolean {
    return !readOnly && status === 'live' && !standing.ended && may(role, 'arrange');
  }

  #tabs(session: Session, list: RoomFile[]): TemplateResult {
    const { files } = session.documents;
    return html`<div part="files" class="tabs" role="tablist" aria-label=${t('Files')} @keydown=${this.#keys}>
      ${repeat(
        this.#pinned.inOrder(list),
        ({ document }) => document.id,
        (file) => this.#tab(session, file, file.document === files.shown),
      )}
    </div>`;
  }

  #tab(session: Session, file: RoomFile, shown: boolean): TemplateResult {
    return fileTab({
      file,
      shown,
      pinned: this.#pinned.has(file),
      show: () => session.documents.files.show(file.document),
      goTo: (person) => goToPerson(session, person, (line, name) => this.room?.runs.reveal(line, name)),
      rename: () => this.#rename(session, file),
    });
  }

  #items(room: RoomContext, file: RoomFile): TemplateResult {
    const { session } = room;
    return fileMenu({
      file,
      room,
      group: session.documents.files.list.filter((other) => this.#pinned.has(other) === this.#pinned.has(file)),
      pinned: this.#pinned.has(file),
      mirrored: getComputedStyle(this).direction === 'rtl',
      pin: () => {
        this.#pinned.toggle(file);
        this.requestUpdate();
      },
      arranges: this.#mayArrange(session, room.readOnly),
      ask: (asked) => void this.#ask(asked),
      rename: () => this.#rename(session, file),
      remove: () => this.#remove(session, file),
      close: (focus) => {
        this.#setMenu(false);
        if (focus) this.#focus = '.more';
      },
    });
  }

  #write(what: 'add' | RoomFile): void {
    this.#writing = what;
    this.#unsay();
    this.#focus = 'input';
    this.requestUpdate();
  }

  /** The field for a name: of `file`, or of a new file. */
  #field({ documents: { files } }: Session, file: RoomFile | null): TemplateResult {
    return fileField({
      ...(file && { name: file.name }),
      submit: (name) => void this.#ask(file ? renameFile(file.document, name, files) : this.#add(files, name), true),
      cancel: (focus) => this.#cancel(focus),
      chosen: (chosen) => {
        this.#writing = null;
        this.#bring(Promise.resolve(pickedIn(chosen)));
      },
    });
  }

  async #add(files: Files, name: string): Promise<void> {
    const { document } = await addFile(files, { name });
    files.show(document);
    this.room?.element.focus();
  }

  #rename(session: Session, file: RoomFile): void {
    if (!this.#mayArrange(session, this.room?.readOnly) || !mayWriteFile(session.role, file)) return;
    this.#write(file);
  }

  #remove(session: Session, { document, name }: RoomFile): void {
    const { files } = session.documents;
    const undo = () => void this.#ask(restoreFile(files, document.id));
    void this.#ask(removeFile(files, document)).then((done) => {
      if (!done) return;
      this.#say({ sentence: t('{name} was removed.', { name }), offers: [[t('Bring it back'), undo]] });
    });
  }

  /** Adds files from this computer. */
  #bring(brought: Promise<Picked>): void {
    // One at a time: a question about the first is not answered by the second.
    this.#bringing = this.#bringing.then(() => this.#takeIn(brought));
  }

  async #takeIn(brought: Promise<Picked>): Promise<void> {
    const { session, readOnly, element } = this.room ?? {};
    if (!session || !element) return;
    if (!this.#mayArrange(session, readOnly)) {
      refuse(element, 'files', () => laterText('files-not-added'));
      return;
    }
    try {
      const { takeIn } = await import('./element/file-intake.js').catch(notLoaded);
      const { sentence, first, undo, bad } = await takeIn(session.documents.files, await brought, {
        progress: (done, all) => this.#say({ sentence: t('Adding file {done} of {all}…', { done, all }) }),
        clash: (names) => new Promise((resolve) => this.#say(clashNotice(names, resolve))),
      });
      if (this.room?.session !== session) return;
      if (first) session.documents.files.show(first.document);
      this.#say({ sentence, bad, ...(undo && { offers: [[t('Undo replacing'), undo]] }) });
    } catch (error) {
      this.#say({ sentence: sentenceOf(error), bad: true });
    }
  }

  /** Moves the focus to the offered actions, if there are any. */
  #say(said: FileNotice): void {
    this.#unsay();
    this.#said = said;
    if (said.offers) this.#focus = '.said button';
    this.requestUpdate();
  }

  /** A question that goes is answered: what waits for it goes on. */
  #unsay(): void {
    const said = this.#said;
    this.#said = null;
    said?.dismiss?.();
  }

  /** True on success. Otherwise the reason is shown, and a typed name stays in its field. */
  async #ask(asked: Promise<unknown>, writing = false): Promise<boolean> {
    this.#unsay();
    try {
      await asked;
      if (writing) this.#writing = null;
      return true;
    } catch (error) {
      this.#say({ sentence: sentenceOf(error), bad: true });
      if (writing) this.#focus = 'input';
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  #sentence(said: FileNotice): TemplateResult {
    return fileNotice(said, () => {
      this.#said = null;
      // The button goes, and would take the focus with it.
      this.#focus = '[aria-selected=true], [part=add]';
      this.requestUpdate();
    });
  }

  #cancel(focus = true): void {
    this.#focus = focus ? (this.#writing === 'add' ? '[part=add]' : '[aria-selected=true]') : null;
    this.#writing = null;
    // A question that has come meanwhile took the focus, and is not answered by that.
    if (focus || !this.#said?.offers) this.#unsay();
    this.requestUpdate();
  }

  #setMenu(open: boolean): void {
    this.#menu = open;
    this.#focus = open ? '.menu button:not(:disabled)' : null;
    this.requestUpdate();
  }

  /** Arrow keys move between tabs, as usual for tabs. */
  readonly #keys = (event: KeyboardEvent) => {
    const { files } = this.room?.session.documents ?? {};
    if (!files || (event.target as Element).getAttribute('role') !== 'tab') return;
    const list = this.#pinned.inOrder(files.list);
    const at = list.findIndex(({ document }) => document === files.shown);
    const [file, to] = [list[at], tabStep(event, at, list.length)];
    if (event.key === 'F2' && file && this.room) this.#rename(this.room.session, file);
    else if (to === undefined) return;
    else {
      const next = list[(to + list.length) % list.length];
      if (next) files.show(next.document);
      this.#focus = '[aria-selected=true]';
      this.requestUpdate();
    }
    event.preventDefault();
  };
}
