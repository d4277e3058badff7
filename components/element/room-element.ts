// Base class of a room's parts: gets the room by context, and renders on its changes.
import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { type RoomContext, RoomContextRequest } from './context.js';
import { GuestElement } from './guest-element.js';

/** Most programs print at once: their beginning is shown with that, and what takes longer after so much time. */
const BEGIN_MS = 20;

export abstract class RoomElement extends GuestElement {
  /** The room around this element; undefined outside of a room. */
  @state()
  protected room: RoomContext | undefined;

  #asking = new AbortController();
  #following: AbortController | undefined;
  #followed: RoomContext | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#asking = new AbortController();
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
      if (!this.isConnected) this.left();
    });
  }

  /** With this method, moveBefore() does not disconnect the element. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  /** Called once per room; the signal ends when the element leaves it. */
  protected entered(_room: RoomContext, _signal: AbortSignal): void {}

  /** Events that cause an update. */
  protected abstract watched(room: RoomContext): [EventTarget, ...string[]][];

  /** The element has been removed from the page. */
  protected left(): void {}

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Events of fields inside must not be taken for the room's own `input` event.
    for (const type of ['input', 'change']) root.addEventListener(type, (event) => event.stopPropagation());
    return root;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.isConnected || this.#followed === this.room) return;
    this.#unfollow();
    if (!this.room) return;
    this.#followed = this.room;
    this.#following = new AbortController();
    const { signal } = this.#following;
    this.entered(this.room, signal);
    for (const [target, ...types] of this.watched(this.room)) {
      for (const type of types) target.addEventListener(type, () => this.#onEvent(type), { signal });
    }
  }

  protected override get whole(): Element | undefined {
    return this.room?.host;
  }

  #onEvent(type: string): void {
    if (type === 'run' && this.room?.session.run.running) setTimeout(() => this.requestUpdate(), BEGIN_MS);
    else this.requestUpdate();
  }

  #unfollow(): void {
    this.#following?.abort();
    this.#followed = undefined;
  }
}
