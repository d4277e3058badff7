// Base class of `<code-room>`: reads its attributes, visits one room at a time, and provides the context for its parts.
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { isLanguageId } from '../../party/shared/clean-names.js';
import { plainText } from '../../party/shared/plain-text.js';
import { inComposition } from '../page/composition.js';
import { idle } from '../page/idle.js';
import { notLoaded } from '../wording/errors.js';
import type { Announcer } from './announcer.js';
import type * as CallRefused from './call-refused.js';
import type { KeyChanges } from './command-keys.js';
import { RoomProvider } from './context.js';
import type { CodeRoomErrorEvent } from './events.js';
import { forwardEvents, showStates } from './forward-events.js';
import { isCommand } from './keyboard.js';
import { refuse } from './refusal-event.js';
import { RoomVisit } from './room-visit.js';
import { hasNamedFiles, readSchema, readStarter, type Starter } from './starter-code.js';
import type { TestsOfPage } from './tests-of-page.js';
import { WholeElement } from './whole-element.js';

/** Changing one of these means visiting another room. */
const ADDRESS = ['host', 'room', 'runner', 'packs'] as const;

export abstract class RoomHost extends WholeElement {
  /** Origin of the room server, with scheme. Default: that of the script; if bundled, the page's own. */
  @property() host?: string;
  /** Id of the room. Without it: a local room, without a server. */
  @property() room?: string;
  /** For rooms that need one. A new value is passed to the room without reconnecting. */
  @property() token?: string;
  /** `auto`, the default, follows the page's own `color-scheme`; `light`, `dark`, or `contrast` for as much contrast as can be, in either. */
  @property({ reflect: true }) theme?: 'auto' | 'light' | 'dark' | 'contrast';
  /** `compact` or `comfortable`: the size of buttons and the space around them; by default between the two. */
  @property({ reflect: true }) density?: 'compact' | 'comfortable';
  /** The visitor can only read. Scripts may still set `value` if the person may edit. */
  @property({ type: Boolean, attribute: 'readonly', reflect: true }) readOnly = false;
  /** The same as `readOnly`, for templates that set a property by the attribute's name. */
  get readonly(): boolean {
    return this.readOnly;
  }
  set readonly(readonly: boolean) {
    this.readOnly = readonly;
  }
  /** URL of the sandbox, default `<host>/sandbox`; `off` for none. */
  @property() runner?: string;
  /** Shows the value of the last expression, as a REPL does; Python only. */
  @property({ type: Boolean }) results = false;
  /** URL of a folder of Pyodide packages, with its `pyodide-lock.json`, which Python programs may import; none by default. */
  @property() packages = '';
  /** Address of a folder of language packs, default `<host>/packs`: what they run, such as C++ and Postgres, is in the language menu then. */
  @property() packs?: string;
  /** `side-by-side`, `stacked`, `editor-only` or `minimal`; by default editor and output are side by side where there is space. */
  @property({ reflect: true }) layout?: string;
  /** Starter code for a room that nobody has written in, instead of the slot. */
  @property() code?: string | null;
  /** Returns a token; called on each connect and before the token expires. */
  @property({ attribute: false }) getToken?: () => Promise<string>;

  /** The name given by the page; in the room the person may change it. */
  @property({ attribute: 'name' }) protected initialName?: string;
  /** For a room that has none; after that the room's own language counts. */
  @property({ attribute: 'language' }) protected initialLanguage?: string;

  /** Other keys for commands: `run: Shift-Enter, format: none`. */
  @property({ attribute: 'keys' }) protected givenKeys?: KeyChanges;

  #visit: RoomVisit | undefined;
  /** The attributes that it was entered with, or that were passed on since. */
  #given: Readonly<Record<string, unknown>> = {};
  /** The address that it was entered with. */
  #entered = '';
  /** Loaded after the first frame. */
  protected testsOfPage: TestsOfPage | undefined;
  protected announcer: Announcer | undefined;
  /** The content of a local room, which is kept only here. */
  #kept: Starter | undefined;
  /** Missing in some browsers of 2023. Without a role an element may not be named. */
  protected readonly internals: Partial<ElementInternals> = Object.assign(this.attachInternals?.() ?? {}, {
    role: 'group',
  });
  /** Errors from before the notice was loaded, which will show them. */
  readonly #unsaid: CodeRoomErrorEvent[] = [];
  readonly #context = new RoomProvider(this);

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.#runByKey(event));
    this.addEventListener('code-room-error', (event) => {
      if (!customElements.get('code-room-notice')) this.#unsaid.push(event);
    });
  }

  /** The room of the attributes. Undefined from when they name another until that is entered, so that nothing meant for it reaches the one before; so it is where a token may let in who was refused. */
  protected get visit(): RoomVisit | undefined {
    const visit = this.#visit;
    const same = this.#entered === this.address && visit?.session.status !== 'refused';
    return visit && (same || !this.#leadsElsewhere(visit)) ? visit : undefined;
  }

  /** Names the room, for as long as the attributes do. Without a room the host does not matter. */
  protected get address(): string {
    return this.room ? JSON.stringify([this.host, this.room]) : '';
  }

  /** Which room something that has to wait is meant for; undefined: the one that is entered next. */
  protected get meant(): string | undefined {
    return this.visit && this.address;
  }

  /** Calls what is loaded for it, once the room of the attributes is entered; rejects when that is another by then than was meant. */
  protected async calling<M extends Pick<typeof CallRefused, 'begin' | 'refused'>, T>(
    part: Promise<M>,
    call: (module: M) => T,
  ): Promise<Awaited<T>> {
    const { meant } = this;
    const module = await part.catch(notLoaded);
    // An element that has never been on a page never completes an update.
    if (this.isConnected) await this.updateComplete;
    try {
      module.begin(this, meant, this.address);
      return await call(module);
    } catch (error) {
      return module.refused(error);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Starter code inside this tag may not have been parsed yet.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
    }
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving an element disconnects and connects it at once; that must not leave the room.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** With this method, moveBefore() does not disconnect the element. */
  connectedMoveCallback(): void {}

  /** A visit has started; nothing has been received from the room yet. */
  protected abstract entered(visit: RoomVisit): void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected || document.readyState === 'loading') return;
    const visit = this.#visit;
    if (visit && !this.#leadsElsewhere(visit)) this.#forward(changed, visit);
    else this.#enter();
    if (changed.has('readOnly')) this.provide();
  }

  /** Resolves with undefined when the module cannot be loaded. */
  protected async testing<T>(call: (page: TestsOfPage) => T, quiet = false): Promise<Awaited<T> | undefined> {
    try {
      return await this.calling(import('./tests-of-page.js'), ({ TestsOfPage }) => {
        this.testsOfPage ??= new TestsOfPage(this, () => this.visit);
        return call(this.testsOfPage);
      });
    } catch (error) {
      if (!quiet) refuse(this, 'tests', error);
      return undefined;
    }
  }

  /** Starts what a page does with the code, and what an interview needs beside it. */
  protected abstract startPageFeatures(): void;

  async #announce({ session, signal }: RoomVisit): Promise<void> {
    // Without it fewer things are announced; everything can still be read.
    const module = await import('./announcer.js').catch(() => null);
    this.announcer ??= module ? new module.Announcer(this) : undefined;
    this.announcer?.follow(session, signal);
  }

  /** Starts what may wait until after the first frame. */
  async #startLateFeatures(visit: RoomVisit, starter: Starter | null): Promise<void> {
    await idle();
    // Without a connection a dropped file opens, as on any page.
    const module = await import('./late-features.js').catch(() => null);
    const refused = (reason: string, why: unknown) => refuse(this, reason, why);
    if (!visit.signal.aborted) module?.startLateFeatures({ element: this, visit, starter, refused });
  }

  /** Works wherever the focus is inside. A page's own keys are heeded by what is loaded for them. */
  #runByKey(event: KeyboardEvent): void {
    if (this.givenKeys || event.key !== 'Enter' || !isCommand(event) || event.defaultPrevented || inComposition(event))
      return;
    event.preventDefault();
    if (!event.repeat) this.visit?.runs.press();
  }

  #leadsElsewhere({ session }: RoomVisit): boolean {
    const { token, getToken } = this.#given;
    if (ADDRESS.some((name) => this[name] !== this.#given[name])) return true;
    // A page may pass a new function on each render, which does not change the room; a first one may. Templates say null or '' for none.
    if (!getToken && this.getToken) return true;
    return this.token !== token && (session.status === 'refused' || (!token && !!this.token));
  }

  #note(): void {
    this.#entered = this.address;
    this.#given = Object.fromEntries(([...ADDRESS, 'token', 'getToken'] as const).map((name) => [name, this[name]]));
  }

  #forward(changed: PropertyValues, { session, isLocal }: RoomVisit): void {
    this.#note();
    if (changed.has('token') && this.token) session.setToken(this.token);
    if (changed.has('code')) session.seed(this.#starter());
    if (changed.has('initialName') && this.initialName) session.rename(this.initialName);
    // A shared room has its own language by now.
    if (changed.has('initialLanguage') && this.initialLanguage && isLocal) {
      const language = this.initialLanguage.toLowerCase();
      if (isLanguageId(language)) session.document.describe({ language });
    }
  }

  #enter(): void {
    this.#leave();
    // After the last events of the room before: what its handlers do is meant for this one.
    this.#note();
    const { host, room, token, runner } = this;
    const starter = (!room && this.#kept) || this.#starter();
    const visit = new RoomVisit(this, this.renderRoot as ShadowRoot, {
      ...{ host, room, token, runner },
      getToken: this.getToken && (async () => (await this.getToken?.()) ?? ''),
      name: this.initialName,
      starter,
      given: () => ({ schema: readSchema(this), showResult: this.results, packages: this.packages, room: this }),
    });
    this.#visit = visit;
    visit.complete = !starter?.files && !hasNamedFiles(this);
    const { session, signal } = visit;
    this.provide();
    showStates(this.internals, session, signal);
    void this.#announce(visit);
    void this.#startLateFeatures(visit, starter);
    forwardEvents(this, session, signal);
    session.documents.files.addEventListener('shown', () => this.provide(), { signal });
    this.entered(visit);
    void idle().then(() => {
      void this.testing((page) => page.enter(), true);
      this.startPageFeatures();
    });
    visit.begin();
  }

  #leave(): void {
    const visit = this.#visit;
    if (!visit) return;
    const { list, entry } = visit.session.documents.files;
    const { text, language, synced } = entry;
    // Left before all its files had come, or where they could not be fetched: those of before, or of the page, are still to come.
    const { files: before = [], whole = false } = (!visit.complete && this.#kept) || {};
    const files = [...before, ...list];
    if (visit.isLocal && synced)
      this.#kept = { text: text.toString(), language, files, whole: whole || visit.complete };
    visit.end();
    this.#visit = undefined;
  }

  /** What the entry has at first, if nobody has written in the room. */
  protected get initialText(): string {
    return this.getAttribute('value') ?? this.#starter()?.text ?? '';
  }

  /** The content for a room that nobody has written in. */
  #starter(): Starter | null {
    const { code } = this;
    const written = typeof code === 'string' ? { text: plainText(code), language: '' } : readStarter(this);
    const wanted = (this.initialLanguage || written?.language || '').toLowerCase();
    const language = isLanguageId(wanted) ? wanted : '';
    return written || language ? { text: written?.text ?? '', language: language || 'python' } : null;
  }

  /** Updates the context for the parts. */
  protected provide(): void {
    if (!this.visit) return;
    const { session, runs, isLocal } = this.visit;
    this.#context.provide({
      ...{
        session,
        runs,
        isLocal,
        roomId: this.room,
        readOnly: this.readOnly || this.matches(':disabled'),
        element: this,
        unsaid: this.#unsaid,
      },
      enterAgain: () => this.#enter(),
    });
  }
}
