// A part of the toolbar with a panel: it takes no space while there is nothing to show.
import type { PropertyValues } from 'lit';
import { inComposition } from '../page/composition.js';
import { RoomElement } from './room-element.js';

const FOCUSABLE = '[tabindex], button:not(:disabled), textarea, input, select';

export abstract class PanelElement extends RoomElement {
  /** What has the focus, and all around it, from the inside. */
  #focused: HTMLElement[] = [];

  constructor() {
    super();
    raiseWhenUsed(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focused = [];
    // Not `instanceof`: in another document, elements have another window's classes.
    let one = this.shadowRoot?.activeElement as HTMLElement | null | undefined;
    for (; one; one = one.parentElement) this.#focused.push(one);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.hidden = this.renderRoot.firstElementChild === null;
    placeBelowBar(this);
    this.#keepFocus();
  }

  /** A button that is pressed may go with what it was for: the focus stays as near as it can, instead of falling to the page. */
  #keepFocus(): void {
    const [first] = this.#focused;
    if (!first || first.isConnected || this.shadowRoot?.activeElement) return;
    const near = this.#focused.find(({ isConnected }) => isConnected);
    const target = near?.matches(FOCUSABLE) ? near : (near ?? this.renderRoot).querySelector<HTMLElement>(FOCUSABLE);
    target?.focus({ preventScroll: true });
  }
}

/** A bar may have several rows: an open panel begins below all of them, to cover no other part's button. */
export function placeBelowBar(element: HTMLElement): void {
  if (!element.shadowRoot?.querySelector('.panel')) return;
  const bar = element.closest('.bar')?.getBoundingClientRect();
  const below = bar ? Math.max(0, bar.bottom - element.getBoundingClientRect().bottom) : 0;
  element.style.setProperty('--_below', `${below}px`);
}

let top = 0;

/** Panels lie over each other, on a phone in one place: the one that was opened or used last is above the others. */
export function raiseWhenUsed(element: HTMLElement): void {
  const raise = () => {
    top += 1;
    element.style.zIndex = String(170 + top);
  };
  // Safari gives no focus to a button that is clicked.
  for (const type of ['focusin', 'click']) element.addEventListener(type, raise);
}

/** Enter sends the form, with Shift it is a new line, and with Control or Command it runs the program, as everywhere in a room. */
export function sendOnEnter(event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, metaKey } = event;
  if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || inComposition(event)) return;
  event.preventDefault();
  event.stopPropagation();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}
