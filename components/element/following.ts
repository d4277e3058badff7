// Where everybody is: following somebody, pointing at a place, and being asked to look at one. Nobody's view is moved but by their own wish.
import { EditorView } from '@codemirror/view';
import { may } from '../../party/shared/roles.js';
import type { DocumentEditor } from '../editor/document-editor.js';
import { frameFollowed } from '../editor/followed-frame.js';
import { markPlace } from '../editor/place-marks.js';
import { EditorsEvent } from '../run/editors-event.js';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { SignalEvent } from '../session/sync/events.js';
import type { Person } from '../session/sync/people.js';
import { followCursors } from './person-place.js';

/** Scrolling is told no more often than this: a room passes on ten signals a second. */
const VIEW_MS = 250;
/** How often it is looked whether a file that is shown has an editor by now. */
const SHOWN_TRIES = 20;
/** How long a finger or button rests on a place to point at it, and how far it may move meanwhile. */
const PRESS_MS = 600;
const PRESS_MOVED = 6;

/** An interviewer asks to look there. */
export interface Asked {
  by: Person;
  document: SessionDocument;
  line: number;
}

type Editors = ReadonlyMap<SessionDocument, DocumentEditor>;
type Signal = SignalEvent['signal'];

const all = new WeakMap<Session, Following>();

/** The same for all parts of one page in one room; it goes with its session. */
export function followingOf(session: Session, runs: RunController): Following {
  const known = all.get(session) ?? new Following(session, runs);
  all.set(session, known);
  return known;
}

/** Event: `change` (another person is followed, or one is asked to look somewhere). */
export class Following extends EventTarget {
  /** Id of whoever is followed; null: nobody. */
  person: string | null = null;
  /** Until one has gone there, or waved it away. */
  asked: Asked | null = null;
  /** What each replica sees, as it has said last. */
  readonly #views = new Map<number, Signal>();
  /** The file to which one was led last. */
  #led: SessionDocument | null = null;
  readonly #watched = new WeakSet<EditorView>();
  #viewTimer: ReturnType<typeof setTimeout> | undefined;
  #press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined;

  constructor(
    private readonly session: Session,
    private readonly runs: RunController,
  ) {
    super();
    const { files } = session.documents;
    files.addEventListener('signal', (event) => this.#signalled((event as SignalEvent).signal));
    const look = () => this.#watch();
    files.addEventListener('change', look);
    files.addEventListener('shown', () => {
      // Whoever shows another file goes their own way.
      if (this.person !== null && session.document !== this.#led) this.follow(null);
      this.#watch(true);
    });
    session.addEventListener('status', look);
    session.addEventListener('people', () => this.#gone());
    followCursors(files, () => this.#moved(), new AbortController().signal);
    this.#watch(true);
  }

  /** Shows the file and the place that somebody sees, until `null`, or until one types, scrolls, clicks or shows another file oneself. */
  follow(person: string | null): void {
    const known = this.session.people.some(({ id, self }) => id === person && !self);
    this.person = known ? person : null;
    this.#frame();
    this.#changed();
    this.#moved(true);
  }

  /** Shows everybody the place of one's cursor; `look`: asks everybody to look there, which interviewers may. */
  point(look = false): void {
    this.#editors((editors) => {
      const { document } = this.session;
      const { head } = editors.get(document)?.view.state.selection.main ?? {};
      if (head !== undefined) this.#mark(document, head, look && may(this.session.role, 'lead'));
    });
  }

  /** Goes where one was asked to look. */
  goThere(): void {
    const { asked } = this;
    this.waveAway();
    const file = this.session.documents.files.list.find(({ document }) => document === asked?.document);
    if (asked && file) this.runs.reveal(asked.line, file.name);
  }

  waveAway(): void {
    this.asked = null;
    this.#changed();
  }

  #mark(document: SessionDocument, head: number, look: boolean): void {
    const { self } = this.session;
    // In a text that the room does not have yet the place would be another.
    if (!self || !document.settled) return;
    this.#send(document, look ? 'look' : 'mark', head, head);
    this.#ring(document, head, self);
  }

  #send(document: SessionDocument, kind: Signal['kind'], anchor: number, head: number): void {
    const { id, version } = document;
    if (this.session.status !== 'live' || this.session.people.length < 2) return;
    this.session.documents.files.send({ type: 'signal', kind, document: id, version, anchor, head });
  }

  #signalled(signal: Signal): void {
    const person = this.session.people.find(({ id }) => id === this.#personOf(signal.replica));
    const document = this.session.documents.get(signal.document);
    if (!person || !document) return;
    if (signal.kind === 'view') {
      this.#views.set(signal.replica, signal);
      if (person.id === this.person) this.#toView(signal);
      return;
    }
    const place = document.locate(signal);
    if (!place) return;
    this.#ring(document, place.head, person);
    if (signal.kind !== 'look') return;
    this.asked = { by: person, document, line: document.text.lineAt(place.head).number };
    this.#changed();
  }

  #personOf(replica: number): string | undefined {
    return this.session.document.people.byReplica(replica)?.id;
  }

  #ring(document: SessionDocument, head: number, { name, color, self }: Person): void {
    this.#editors((editors) => {
      const view = editors.get(document)?.view;
      if (view) markPlace(view, { head, name: self ? 'You' : name, color });
    });
  }

  /** Somebody has left, and is followed no longer. */
  #gone(): void {
    this.#watch();
    if (this.person !== null && !this.session.people.some(({ id }) => id === this.person)) this.follow(null);
  }

  /** To the cursor of whoever is followed, when it has moved; `begun`: also to what they see. */
  #moved(begun = false): void {
    if (this.person === null) return;
    const at = this.#cursor;
    const view = [...this.#views.values()].filter(({ replica }) => this.#personOf(replica) === this.person).at(-1);
    if (begun && view && (!at || view.document === at.document.id)) this.#toView(view);
    else if (at) this.#show(at.document, at.head, 'center');
  }

  /** To what they see, when they have scrolled or shown another file. */
  #toView(view: Signal): void {
    const document = this.session.documents.get(view.document);
    const place = document?.locate(view);
    if (document && place) this.#show(document, place.anchor, 'start');
  }

  get #cursor(): { document: SessionDocument; head: number } | undefined {
    for (const document of this.session.documents.files.documents)
      for (const { person, head } of document.cursors.values())
        if (person.id === this.person) return { document, head };
    return undefined;
  }

  /** A cursor that is in sight already moves nothing. */
  #show(document: SessionDocument, position: number, y: 'start' | 'center'): void {
    this.#led = document;
    this.session.documents.files.show(document);
    this.#frame();
    this.#editors((editors) => {
      const editor = editors.get(document)?.view;
      if (!editor || (y === 'center' && isSeen(editor, position))) return;
      editor.dispatch({ effects: EditorView.scrollIntoView(clip(editor, position), { y }) });
    });
  }

  /** Says where one looks that one is led, and by whom. */
  #frame(): void {
    this.#editors((editors) => {
      const who = this.session.people.find(({ id }) => id === this.person) ?? null;
      for (const { view } of editors.values()) frameFollowed(view, who);
    });
  }

  #editors(visit: (editors: Editors) => void): void {
    // The editor of a file that is shown now is made in the next frame.
    const later = () => this.runs.dispatchEvent(new EditorsEvent(visit));
    requestAnimationFrame(() => requestAnimationFrame(later));
  }

  /** One's own scrolling, typing and pointing, in each editor there is. */
  #watch(shown = false, tries = SHOWN_TRIES): void {
    this.#editors((editors) => {
      const { document } = this.session;
      const view = editors.get(document)?.view;
      if (shown && view) this.#scrolled(document, view);
      // A file that has just been added gets its editor a moment later.
      else if (shown && tries > 0) setTimeout(() => this.#watch(true, tries - 1), VIEW_MS);
      for (const [document, { view }] of editors) {
        if (this.#watched.has(view)) continue;
        this.#watched.add(view);
        const own = { passive: true };
        view.scrollDOM.addEventListener('scroll', () => this.#scrolled(document, view), own);
        for (const act of ['wheel', 'touchmove', 'pointerdown'])
          view.scrollDOM.addEventListener(act, () => this.#acted(), own);
        view.contentDOM.addEventListener('keydown', () => this.#acted());
        view.contentDOM.addEventListener('pointerdown', (event) => this.#pressed(event, document, view), own);
        for (const end of ['pointerup', 'pointercancel', 'keydown', 'wheel'])
          view.contentDOM.addEventListener(end, () => this.#released(), own);
        view.contentDOM.addEventListener('pointermove', (event) => this.#slid(event), own);
      }
    });
  }

  #acted(): void {
    if (this.person !== null) this.follow(null);
  }

  #scrolled(document: SessionDocument, view: EditorView): void {
    this.#viewTimer ??= setTimeout(() => {
      this.#viewTimer = undefined;
      // Whoever follows tells nobody where they are led.
      const { status } = this.session;
      if (document !== this.session.document || this.person !== null || status !== 'live') return;
      // In a text that the room does not have yet the place would be another.
      if (!document.settled) return this.#scrolled(document, view);
      const { top, bottom } = view.scrollDOM.getBoundingClientRect();
      const base = view.documentTop;
      const from = view.lineBlockAtHeight(top - base).from;
      this.#send(document, 'view', from, view.lineBlockAtHeight(bottom - base).to);
    }, VIEW_MS);
  }

  #pressed({ clientX: x, clientY: y, button }: PointerEvent, document: SessionDocument, view: EditorView): void {
    this.#released();
    if (button !== 0) return;
    const timer = setTimeout(() => {
      const head = view.posAtCoords({ x, y });
      // Selecting is no pointing.
      if (head !== null && view.state.selection.main.empty) this.#mark(document, head, false);
    }, PRESS_MS);
    this.#press = { timer, x, y };
  }

  #slid({ clientX, clientY }: PointerEvent): void {
    const press = this.#press;
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > PRESS_MOVED) this.#released();
  }

  #released(): void {
    clearTimeout(this.#press?.timer);
    this.#press = undefined;
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

function clip(view: EditorView, position: number): number {
  return Math.min(position, view.state.doc.length);
}

function isSeen(view: EditorView, position: number): boolean {
  const place = view.coordsAtPos(clip(view, position));
  const { top, bottom } = view.scrollDOM.getBoundingClientRect();
  return place !== null && place.top >= top - 1 && place.bottom <= bottom + 1;
}
