// Base class of a room's parts: gets the room by context, and renders on its changes.
import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { Session } from '../session/session.js';
import { type RoomContext, RoomContextRequest } from './context.js';
import { EmbeddedElement } from './embedded-element.js';

/** Most programs print at once: their beginning is shown with that, and what takes longer after so much time. */
const BEGIN_MS = 20;

export abstract class RoomElement extends EmbeddedElement {
  /** The room around this element; undefined outside of a room. */
  @state()
  protected room: RoomContext | undefined;

  #asking = new AbortController();
  #followed: RoomContext | undefined;
  #entered: Session | undefined;
  /** Ends when the element leaves the room. */
  #visiting = new AbortController();
  /** Ends with each context: of a room, there is a new one for each shown file. */
  #watching = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#asking = new AbortController();
    // Nobody answers outside of a room.
    this.room = undefined;
    this.dispatchEvent(
      new RoomContextRequest((room) => {
        this.room = room;
      }, this.#asking.signal),
    );
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking.abort();
    this.#unfollow();
    // A moved element is connected again before this microtask.
    queueMicrotask(() => {
      if (!this.isConnected || !this.room) this.left();
    });
  }

  /** With this method, moveBefore() does not disconnect the element. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  /** Called once per room, not for each shown file; the signal ends when the element leaves it, or is moved. `again`: it has only been moved, and keeps what its person has begun. */
  protected entered(_room: RoomContext, _signal: AbortSignal, _again: boolean): void {}

  /** Events that cause an update, asked for again when another file is shown. */
  protected abstract watched(room: RoomContext): [EventTarget, ...string[]][];

  /** The element has been removed from the page, or from its room. */
  protected left(): void {}

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Events of fields inside must not be taken for the room's own `input` event.
    for (const type of ['input', 'change']) root.addEventListener(type, (event) => event.stopPropagation());
    return root;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { room } = this;
    if (!this.isConnected || this.#followed === room) return;
    const stays = room !== undefined && room.session === this.#followed?.session;
    if (stays) this.#watching.abort();
    else this.#unfollow();
    this.#followed = room;
    if (!room) return;
    if (!stays) {
      this.#visiting = new AbortController();
      const again = room.session === this.#entered;
      this.#entered = room.session;
      this.entered(room, this.#visiting.signal, again);
    }
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    for (const [target, ...types] of this.watched(room)) {
      for (const type of types) target.addEventListener(type, () => this.#onEvent(type), { signal });
    }
  }

  protected override get whole(): Element | undefined {
    return this.room?.element;
  }

  #onEvent(type: string): void {
    if (type === 'run' && this.room?.session.run.running) setTimeout(() => this.requestUpdate(), BEGIN_MS);
    else this.requestUpdate();
  }

  #unfollow(): void {
    this.#visiting.abort();
    this.#watching.abort();
    this.#followed = undefined;
  }
}
