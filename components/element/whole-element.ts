// What a page sees as one: a room, or a replay.
import { EmbeddedElement } from './embedded-element.js';

export abstract class WholeElement extends EmbeddedElement {
  protected override get whole(): Element {
    return this;
  }
}
