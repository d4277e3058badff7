// What every part of a room has in common: it finds its room by context and shows each change in it.
import { consume } from '@lit/context';
import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { type RoomContext, roomContext } from './context.js';
import { GuestElement } from './guest-element.js';

export abstract class RoomElement extends GuestElement {
  /** The room around this element; undefined outside of one. */
  @consume({ context: roomContext, subscribe: true })
  @state()
  protected room: RoomContext | undefined;

  #following: AbortController | undefined;
  #followed: RoomContext | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
    // Moved elements are back before this microtask.
    queueMicrotask(() => {
      if (!this.isConnected) this.left();
    });
  }

  /** Present so that moveBefore() moves the element without taking it out. */
  connectedMoveCallback(): void {}

  /** Called once for each room, with a signal that ends when the element leaves it. */
  protected entered(_room: RoomContext, _signal: AbortSignal): void {}

  /** What to show again when one of these events comes. */
  protected abstract watched(room: RoomContext): [EventTarget, ...string[]][];

  /** The element is out of the page for good, or at least for now. */
  protected left(): void {}

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // What is typed into the parts of the element is not the page's `input` event.
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
      for (const type of types) target.addEventListener(type, () => this.requestUpdate(), { signal });
    }
  }

  #unfollow(): void {
    this.#following?.abort();
    this.#followed = undefined;
  }
}
