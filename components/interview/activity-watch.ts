// Notices, on a candidate's page, what the activity log of the room notes: pastes from outside, much text at once, and leaving the page for long.
import { StateEffect, type Transaction } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { ACTIVITY_LIMITS, activityLevel } from '../../party/shared/activity.js';
import { may } from '../../party/shared/roles.js';
import { remote, scripted } from '../editor/document-binding.js';
import { EditorsEvent } from '../run/editors-event.js';
import type { RunController } from '../run/run-controller.js';
import { onPageLifecycle } from '../session/connection/page-lifecycle.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { ActivityQueue } from './activity-queue.js';
import { RoomTexts } from './room-texts.js';

/** How often it is looked whether a file that is shown has an editor by now. */
const SHOWN_TRIES = 20;
const SHOWN_MS = 250;

const FROM_OUTSIDE = ['input.paste', 'input.drop'] as const;
/** The editor's own help, and what was there before. */
const OWN = ['input.complete', 'input.indent', 'undo', 'redo', 'move', 'format', 'delete'] as const;

export class ActivityWatch {
  readonly #texts: RoomTexts;
  readonly #watched = new WeakSet<EditorView>();
  readonly #queue: ActivityQueue;
  #hiddenAt = 0;

  constructor(
    private readonly session: Session,
    private readonly runs: RunController,
    element: HTMLElement & { room?: string },
    private readonly signal: AbortSignal,
  ) {
    this.#texts = new RoomTexts(session, element.room, signal);
    this.#queue = new ActivityQueue(session, element.room, signal);
    onPageLifecycle({ resting: () => this.#notes && session.status !== 'ended' && this.#texts.keep() }, signal);
    const page = element.ownerDocument;
    const { files } = session.documents;
    for (const type of ['change', 'shown']) files.addEventListener(type, () => this.#watch(), { signal });
    runs.addEventListener('rebuilt', () => this.#watch(), { signal });
    for (const type of ['copy', 'cut'])
      element.addEventListener(type, (event) => this.#copied(event, page), { signal, capture: true });
    page.addEventListener('visibilitychange', () => this.#seen(page.visibilityState === 'visible'), { signal });
    this.#watch();
  }

  /** Asked each time: the role of a person can change. */
  get #notes(): boolean {
    const { activity } = this.session.documents;
    return may(this.session.role, 'note-activity') && activityLevel(activity.text.toString()) !== 'off';
  }

  #watch(tries = SHOWN_TRIES): void {
    if (this.signal.aborted) return;
    let there = false;
    this.runs.dispatchEvent(
      new EditorsEvent((editors) => {
        for (const [document, { view }] of editors) {
          if (this.#watched.has(view)) continue;
          this.#watched.add(view);
          const noteActivity = ({ transactions }: ViewUpdate) => {
            for (const transaction of transactions) this.#edited(document, transaction);
          };
          const listen = EditorView.updateListener.of(noteActivity);
          // An editor must not be changed while it tells of a change.
          setTimeout(() => view.dispatch({ effects: StateEffect.appendConfig.of(listen) }));
        }
        there = editors.has(this.session.document);
      }),
    );
    // A file that has just been shown gets its editor a moment later.
    if (!there && tries > 0) setTimeout(() => this.#watch(tries - 1), SHOWN_MS);
  }

  #edited(document: SessionDocument, transaction: Transaction): void {
    if (!transaction.docChanged || transaction.annotation(remote) || transaction.annotation(scripted)) return;
    /** One for each place, as where a text was put at several cursors. */
    const pieces: string[] = [];
    let line = 0;
    transaction.changes.iterChanges((fromA, toA, fromB, _toB, text) => {
      if (toA - fromA >= ACTIVITY_LIMITS.pasted)
        this.#texts.remember(transaction.startState.doc.sliceString(fromA, toA));
      line ||= transaction.newDoc.lineAt(fromB).number;
      pieces.push(text.toString());
    });
    const pasted = FROM_OUTSIDE.some((event) => transaction.isUserEvent(event));
    if (!pasted && OWN.some((event) => transaction.isUserEvent(event))) return;
    const inserted = pieces.join('');
    const { length } = inserted;
    if (!this.#notes || length < ACTIVITY_LIMITS[pasted ? 'pasted' : 'inserted']) return;
    if (pieces.every((piece) => this.#isHere(document, transaction, piece))) return;
    const file = this.session.documents.files.list.find((one) => one.document === document)?.name ?? '';
    const lines = inserted.replace(/\n+$/, '').split('\n').length;
    this.#queue.add({ kind: pasted ? 'paste' : 'insert', characters: length, lines, file, line, seconds: 0 });
  }

  /** Before it came, since by now it is in the room in any case. */
  #isHere(document: SessionDocument, { startState }: Transaction, inserted: string): boolean {
    return this.#texts.know(inserted, document, startState.doc);
  }

  #copied(event: Event, page: Document): void {
    // Not `instanceof`: in another document, elements have another window's classes.
    const target = event.composedPath()[0] as (Node & Partial<HTMLInputElement>) | undefined;
    const view = target?.nodeType === Node.ELEMENT_NODE ? EditorView.findFromDOM(target as HTMLElement) : null;
    if (view) {
      const { doc, selection } = view.state;
      const some = selection.ranges.filter(({ empty }) => !empty);
      const parts = some.map(({ from, to }) => doc.sliceString(from, to));
      // As the editor does: the lines of the cursors where nothing is selected.
      if (some.length === 0) parts.push(...selection.ranges.map(({ head }) => doc.lineAt(head).text));
      // Each may be put at a cursor of its own, or all of them at one.
      for (const part of [...parts, parts.join('')]) this.#texts.remember(part);
    } else if (target?.localName === 'textarea' || target?.localName === 'input') {
      this.#texts.remember((target.value ?? '').slice(target.selectionStart ?? 0, target.selectionEnd ?? 0));
    } else {
      const root = target?.getRootNode?.() ?? page;
      // Only Chromium has a selection for each shadow root.
      const { getSelection = () => page.getSelection() } = root as { getSelection?: () => Selection | null };
      this.#texts.remember(getSelection.call(root)?.toString() ?? '');
      // Each of our elements keeps such events to itself, so it is heard there what is copied instead.
      root.addEventListener(event.type, (event) => this.#replaced(event), { once: true, signal: this.signal });
    }
  }

  /** What is copied instead of what is selected: of the output only what was printed, which the next run replaces. */
  #replaced(event: Event): void {
    const { clipboardData, defaultPrevented } = event as ClipboardEvent;
    if (defaultPrevented) this.#texts.remember(clipboardData?.getData('text/plain') ?? '');
  }

  #seen(visible: boolean): void {
    const away = Date.now() - this.#hiddenAt;
    const level = activityLevel(this.session.documents.activity.text.toString());
    if (visible && this.#hiddenAt > 0 && away >= ACTIVITY_LIMITS.awayMs && this.#notes && level === 'full')
      this.#queue.add({ kind: 'away', characters: 0, lines: 0, file: '', line: 0, seconds: Math.round(away / 1000) });
    this.#hiddenAt = visible ? 0 : Date.now();
  }
}
