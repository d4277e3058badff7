// What a page sees as one: a room, or a replay.
import { GuestElement } from './guest-element.js';

export abstract class WholeElement extends GuestElement {
  protected override get whole(): Element {
    return this;
  }
}
