// Where everybody is: following somebody, pointing at a place, and being asked to look at one. Nobody's view is moved but by their own wish.
import type { EditorView } from '@codemirror/view';
import { may } from '../../party/shared/roles.js';
import type { DocumentEditor } from '../editor/document-editor.js';
import { frameFollowed, scrollToFollowed } from '../editor/followed-frame.js';
import { markPlace } from '../editor/place-marks.js';
import { nextFrame } from '../page/next-frame.js';
import { EditorsEvent } from '../run/editors-event.js';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { CursorsEvent, SignalEvent } from '../session/sync/events.js';
import type { Person } from '../session/sync/people.js';
import { t } from '../wording/words.js';
import { AskedPlace } from './asked-place.js';
import { watchCursors } from './person-place.js';

/** What one sees is told no more often than this: a room passes on ten signals a second. */
const VIEW_MS = 250;
/** How often, and when, it is looked whether a file that is shown has an editor by now. */
const [SHOWN_TRIES, SHOWN_MS] = [100, 50];
/** How long a finger or button has to rest on a place to point at it. */
const PRESS_MS = 600;
/** How far it may move meanwhile, in CSS pixels. */
const PRESS_SLACK = 6;
/** A place that the others have no text for by then is not shown to them: it would be about something else. */
const LATE_MS = 3_000;
/** Whoever is followed may be away for so long, as while they load the page again. */
const AWAY_MS = 15_000;

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
  asked: AskedPlace | null = null;
  /** The file to which one was led last. */
  #led: SessionDocument | null = null;
  readonly #watched = new WeakSet<EditorView>();
  #viewTimer: ReturnType<typeof setTimeout> | undefined;
  #away: ReturnType<typeof setTimeout> | undefined;
  #press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined;

  constructor(
    private readonly session: Session,
    private readonly runs: RunController,
  ) {
    super();
    const { files } = session.documents;
    files.addEventListener('signal', (event) => this.#signalled((event as SignalEvent).signal));
    files.addEventListener('change', () => this.#watch());
    files.addEventListener('shown', () => {
      // Whoever shows another file goes their own way.
      if (this.person !== null && session.document !== this.#led) this.follow(null);
      this.#watch(SHOWN_TRIES);
      this.#seen();
    });
    runs.addEventListener('rebuilt', () => {
      this.#watch();
      this.#frame();
    });
    session.addEventListener('status', () => {
      this.#watch();
      // A room that was away does not know it any more.
      this.#seen();
    });
    session.addEventListener('people', () => this.#gone());
    watchCursors(files, (event) => this.#moved(event as CursorsEvent), new AbortController().signal);
    this.#watch(SHOWN_TRIES);
    this.#seen();
  }

  /** Shows the file and the place that somebody sees, until `null`, or until one types, scrolls, clicks or shows another file oneself. */
  follow(person: string | null): void {
    const known = this.session.people.some(({ id, self }) => id === person && !self);
    this.person = known ? person : null;
    this.#back();
    this.#changed();
    // What was seen by whoever followed somebody was told to nobody.
    if (!known) return this.#seen();
    const view = [...this.session.documents.files.views.values()].findLast((one) => this.#isFollowed(one.replica));
    if (view) this.#toView(view);
    else this.#toCursor();
  }

  /** Shows everybody the place of one's cursor; `look`: asks everybody to look there, which interviewers may. */
  point(look = false): void {
    this.#editors((editors) => {
      const { document } = this.session;
      const view = editors.get(document)?.view;
      const kind = look && may(this.session.role, 'lead') ? 'look' : 'mark';
      if (view) this.#mark(document, () => view.state.selection.main.head, kind);
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

  #mark(document: SessionDocument, place: () => number | null, kind: 'mark' | 'look'): void {
    const { self, status, documents } = this.session;
    const head = place();
    if (!self || head === null || status !== 'live' || documents.files.held) return;
    this.#ring(document, head, self);
    const until = Date.now() + LATE_MS;
    const told = new AbortController();
    const tell = () => {
      // In a text that the room does not have yet the place would be another.
      if (!document.settled && Date.now() < until) return;
      told.abort();
      const at = place();
      if (document.settled && at !== null) this.#send(document, kind, at, at);
    };
    document.addEventListener('saved', tell, { signal: told.signal });
    tell();
  }

  #send({ id, version }: SessionDocument, kind: Signal['kind'], anchor: number, head: number): void {
    this.session.documents.files.send({ type: 'signal', kind, document: id, version, anchor, head });
  }

  #signalled(signal: Signal): void {
    const person = this.session.people.find(({ id }) => id === this.#personOf(signal.replica));
    const document = this.session.documents.get(signal.document);
    if (!person || !document) return;
    if (signal.kind === 'view') {
      if (person.id === this.person) this.#toView(signal);
      return;
    }
    const place = document.locate(signal);
    if (!place) return;
    this.#ring(document, place.head, person);
    if (signal.kind !== 'look') return;
    this.asked = new AskedPlace(person, document, signal);
    this.#changed();
  }

  #personOf(replica: number): string | undefined {
    return this.session.document.people.byReplica(replica)?.id;
  }

  #ring(document: SessionDocument, head: number, { name, color, self }: Person): void {
    this.#editors((editors) => {
      const view = editors.get(document)?.view;
      if (view) markPlace(view, { head, name: self ? t('You') : name, color });
    });
  }

  /** Whoever has left is followed on if they come back in time, and when it is one's own connection that was lost. */
  #gone(): void {
    this.#watch();
    const there = this.person === null || this.session.people.some(({ id }) => id === this.person);
    if (!there) this.#away ??= setTimeout(() => this.follow(null), AWAY_MS);
    else if (this.#away !== undefined) this.#back();
  }

  #back(): void {
    clearTimeout(this.#away);
    this.#away = undefined;
    this.#frame();
  }

  #isFollowed(replica: number): boolean {
    return this.person !== null && this.#personOf(replica) === this.person;
  }

  /** To the cursor of whoever is followed, when it has moved: that of others, and one that is shifted, leads nowhere. */
  #moved({ replica }: CursorsEvent): void {
    if (replica !== undefined && this.#isFollowed(replica)) this.#toCursor(replica);
  }

  /** `replica`: in this one of their pages. */
  #toCursor(replica?: number): void {
    for (const document of this.session.documents.files.documents)
      for (const [one, { person, head }] of document.cursors)
        if (person.id === this.person && one === (replica ?? one)) this.#show(document, head, 'center');
  }

  /** To what they see, when they have scrolled or shown another file; where the place is not known any more, to the file. */
  #toView(view: Signal): void {
    const document = this.session.documents.get(view.document);
    if (document) this.#show(document, document.locate(view)?.anchor, 'start');
  }

  #show(document: SessionDocument, position: number | undefined, y: 'start' | 'center'): void {
    this.#led = document;
    this.session.documents.files.show(document);
    this.#frame();
    this.#editors((editors) => {
      const editor = editors.get(document)?.view;
      if (editor && position !== undefined) scrollToFollowed(editor, position, y);
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
    nextFrame(() => nextFrame(later));
  }

  /** One's own scrolling, typing and pointing, in each editor there is. */
  #watch(tries = 0): void {
    this.#editors((editors) => {
      // A file that has just been added gets its editor a moment later.
      if (tries > 0 && !editors.has(this.session.document)) setTimeout(() => this.#watch(tries - 1), SHOWN_MS);
      for (const [document, { view }] of editors) {
        if (this.#watched.has(view)) continue;
        this.#watched.add(view);
        const own = { passive: true };
        view.scrollDOM.addEventListener('scroll', () => this.#seen(), own);
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

  /** The others are told a moment later what one sees then: which file, and where in it. */
  #seen(tries = SHOWN_TRIES): void {
    this.#viewTimer ??= setTimeout(() => {
      this.#viewTimer = undefined;
      this.runs.dispatchEvent(new EditorsEvent((editors) => this.#tellView(editors, tries)));
    }, VIEW_MS);
  }

  #tellView(editors: Editors, tries: number): void {
    const { document, status } = this.session;
    // Whoever follows tells nobody where they are led.
    if (this.person !== null || status !== 'live') return;
    // In a text that the room does not have yet the place would be another.
    if (!document.settled) return document.addEventListener('saved', () => this.#seen(), { once: true });
    const view = editors.get(document)?.view;
    if (!view) return void (tries > 0 && this.#seen(tries - 1));
    const { top, bottom } = view.scrollDOM.getBoundingClientRect();
    const base = view.documentTop;
    const from = view.lineBlockAtHeight(top - base).from;
    this.#send(document, 'view', from, view.lineBlockAtHeight(bottom - base).to);
  }

  #pressed({ clientX: x, clientY: y, button }: PointerEvent, document: SessionDocument, view: EditorView): void {
    this.#released();
    if (button !== 0) return;
    const timer = setTimeout(() => {
      if (view.state.selection.main.empty) this.#mark(document, () => view.posAtCoords({ x, y }), 'mark');
    }, PRESS_MS);
    this.#press = { timer, x, y };
  }

  #slid({ clientX, clientY }: PointerEvent): void {
    const press = this.#press;
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > PRESS_SLACK) this.#released();
  }

  #released(): void {
    clearTimeout(this.#press?.timer);
    this.#press = undefined;
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
