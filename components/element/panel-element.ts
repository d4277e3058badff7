// A part of the toolbar with a panel: it takes no space while there is nothing to show.
import type { PropertyValues } from 'lit';
import { RoomElement } from './room-element.js';

export abstract class PanelElement extends RoomElement {
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.hidden = this.renderRoot.firstElementChild === null;
  }
}

/** Enter sends the form, with Shift it is a new line. */
export function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}
