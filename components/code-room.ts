// A live coding room in one tag: attributes in, one session and one sandbox inside, the default layout around its parts.
import { ContextProvider } from '@lit/context';
import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Announcer } from './announcer.js';
import { type RoomContext, roomContext } from './context.js';
import { CodeRoomErrorEvent } from './events.js';
import { defaultHost, sandboxOf, toOrigin } from './host.js';
import { announce, showStates } from './outward.js';
import { claimPersonKey, type PersonKey } from './person-key.js';
import { type RunOutcome, Runs } from './runs.js';
import type { Person } from './session/people.js';
import { Session, type Status } from './session/session.js';
import { readStarter } from './starter.js';
import { controls } from './styles/controls.js';
import { layout } from './styles/layout.js';
import { tokens } from './styles/tokens.js';
import { replaceText } from './value.js';

/**
 * A live coding room: people edit the same code, and all see the same run. Without `room` it is a room of one.
 *
 * @attr {string} name - How others see this person; without it the room names a guest.
 * @attr {string} language - Language of a room that has none yet, `python` by default. Later: the property.
 *
 * @slot code - `<script type="text/…">` with starter code for a room that nobody has written in.
 * @slot layout - A layout of one's own, made of `<code-room-editor>` and the other parts.
 * @slot brief - What to do, shown above the editor.
 * @slot toolbar - Further controls for the toolbar.
 *
 * @fires code-room-status - CodeRoomStatusEvent: the connection's state has changed.
 * @fires code-room-people - CodeRoomPeopleEvent: somebody has come, left or changed name.
 * @fires code-room-run - CodeRoomRunEvent: a run has begun or ended.
 * @fires code-room-output - CodeRoomOutputEvent: the run has printed.
 * @fires code-room-error - CodeRoomErrorEvent: something that was asked for could not be done.
 * @fires code-room-token - CodeRoomTokenEvent: a new `token` is wanted; not fired when there is a `getToken`.
 * @fires input - InputEvent: this person has made one edit.
 *
 * @csspart room - The frame around everything.
 * @csspart toolbar - The bar above the editor.
 * @csspart main - The box of editor and output.
 *
 * @cssstate live - The room is connected and up to date.
 * @cssstate running - A run is on, whoever started it.
 * @cssstate unsaved - An edit of this person is not on the room's disk yet.
 *
 * @cssprop [--code-room-height=30rem] - Height of the element; `height` works as well.
 * @cssprop --code-room-background - Ground of the editor.
 * @cssprop --code-room-surface - Ground of toolbar and output.
 * @cssprop --code-room-text - Colour of text.
 * @cssprop --code-room-accent - Colour of focus and selection.
 * @cssprop --code-room-font - Font of everything but code.
 * @cssprop --code-room-code-font - Font of code and output.
 */
export class CodeRoom extends LitElement {
  static override styles: CSSResult[] = [tokens, controls, layout];
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'name', 'language'];
  }

  /** Origin of the room server, with scheme. Default: where the script came from; bundled, the page's own. */
  @property() host?: string;
  /** Id of the room. Without it: a room of one, without a server. */
  @property() room?: string;
  /** For rooms that need one. A new value is passed to the room; nothing is lost. */
  @property() token?: string;
  /** `auto` follows the system, which is the default. */
  @property({ reflect: true }) theme?: 'auto' | 'light' | 'dark';
  /** The visitor may read only. Scripts may still set `value` if the person may edit. */
  @property({ type: Boolean, attribute: 'readonly', reflect: true }) readOnly = false;
  /** Address of the sandbox, default `<host>/sandbox`; `off` for none. */
  @property() runner?: string;
  /** `columns`, `rows` or `editor`; by default editor and output stand side by side where there is room. */
  @property({ reflect: true }) layout?: string;
  /** Gives a token; called on each connect and before the token expires. */
  @property({ attribute: false }) getToken?: () => Promise<string>;

  #session: Session | undefined;
  #runs: Runs | undefined;
  #end = new AbortController();
  #personKey: PersonKey | undefined;
  #name: string | undefined;
  #language: string | undefined;
  /** Set before the room's text is known. */
  #value: string | undefined;
  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  readonly #context = new ContextProvider(this, { context: roomContext });

  /** The text of the shown file, lines parted by LF. Setting it changes only what differs, and never throws. */
  get value(): string {
    return this.#value ?? this.#session?.document.text.toString() ?? '';
  }
  set value(value: string) {
    this.#value = value === null || value === undefined ? '' : String(value);
    this.#applyValue();
  }

  /** Language of the shown file, for everybody; before the room is known, that of a room that has none. The text stays. */
  get language(): string {
    const { document } = this.#session ?? {};
    return (document?.synced ? document.language : this.#language) || 'python';
  }
  set language(language: string) {
    this.#language = language;
    const { document } = this.#session ?? {};
    if (!document?.synced || language === document.language) return;
    if (document.editable) document.describe({ language });
    else this.#refuse('role', 'The language was not changed: you may not edit in this room.');
  }

  /** My name, for everybody. */
  get name(): string {
    return this.#session?.self?.name ?? this.#name ?? '';
  }
  set name(name: string) {
    this.#name = name;
    if (this.#session?.status === 'live') this.#session.rename(name);
  }

  get role(): string {
    return this.#session?.role ?? 'candidate';
  }
  get people(): readonly Person[] {
    return this.#session?.people ?? [];
  }
  get status(): Status {
    return this.#session?.status ?? 'offline';
  }
}
