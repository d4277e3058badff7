// The splitter between editor and output, moved by pointer or arrow keys.
import { type CSSResult, css, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { EmbeddedElement } from './element/embedded-element.js';
import { watchSize } from './element/watch-size.js';
import { t } from './wording/words.js';

const LEAST = 20;
const MOST = 80;
/** Per cent of the room that an arrow key moves it. */
const STEP = 4;

/** Minimum pixels of height for two boxes stacked, and of width for two side by side. */
const LOW = 300;
const WIDE = 480;

/**
 * Resizes the box it stands in: sets `--_split` there, the share of what comes before it in per cent.
 *
 * @csspart splitter - The line between two boxes, to move.
 */
export class CodeRoomSplitter extends EmbeddedElement {
  static override readonly tag: string = 'code-room-splitter';
  static override styles: CSSResult = css`
    :host {
      position: relative;
      z-index: 2;
      display: block;
      touch-action: none;
      background: var(--_border);
      outline: none;
    }
    /* The target is wider than the visible line. */
    div {
      position: absolute;
      inset: 0 -5px;
      cursor: col-resize;
      transition: background 120ms;
    }
    :host([aria-orientation='horizontal']) div {
      inset: -5px 0;
      cursor: row-resize;
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid;
        margin: -1px;
      }
      :host(:focus-visible) {
        border-color: Highlight;
      }
    }
    :host(:hover) div {
      background: color-mix(in oklab, var(--_accent) 35%, transparent);
    }
    :host(:focus-visible) div {
      background: var(--_accent);
    }
  `;

  /** Share of what comes before the splitter, in per cent. */
  @state() private split = 62;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('pointerdown', this.#onDown);
    this.addEventListener('pointermove', this.#onMove);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // As attributes, because some browsers do not know the properties.
    this.setAttribute('role', 'separator');
    this.tabIndex = 0;
    const box = this.parentElement;
    this.#unwatch = watchSize(box ? [this, box] : [this], () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  protected override render(): TemplateResult {
    return html`<div part="splitter"></div>`;
  }

  protected override updated(): void {
    this.#place();
    this.setAttribute('aria-label', t('Size of editor and output'));
    this.setAttribute('aria-orientation', this.#stacked ? 'horizontal' : 'vertical');
    this.setAttribute('aria-valuenow', String(Math.round(this.split)));
    this.setAttribute('aria-valuemin', String(LEAST));
    this.setAttribute('aria-valuemax', String(MOST));
    this.parentElement?.style.setProperty('--_split', String(this.split));
  }

  /** In the default layout: side by side where there is not enough height to stack. */
  #place(): void {
    const box = this.parentElement;
    if (!box || !(box.getRootNode() instanceof ShadowRoot)) return;
    box.classList.toggle('beside', box.offsetHeight < LOW && box.offsetWidth >= WIDE);
  }

  /** The editor is above the output, not beside it. */
  get #stacked(): boolean {
    return this.offsetWidth > this.offsetHeight;
  }

  /** On right-to-left pages the editor is on the right. */
  get #mirrored(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  #moveTo(split: number): void {
    this.split = Math.min(MOST, Math.max(LEAST, split));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const across = this.#mirrored ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    const [back, on] = this.#stacked ? ['ArrowUp', 'ArrowDown'] : across;
    if (event.key === back) this.#moveTo(this.split - STEP);
    else if (event.key === on) this.#moveTo(this.split + STEP);
    else if (event.key === 'Home') this.#moveTo(LEAST);
    else if (event.key === 'End') this.#moveTo(MOST);
    else return;
    event.preventDefault();
  };

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    this.focus();
    this.setPointerCapture(event.pointerId);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const box = this.parentElement?.getBoundingClientRect();
    if (!box || !this.hasPointerCapture(event.pointerId)) return;
    const across = this.#mirrored ? box.right - event.clientX : event.clientX - box.left;
    this.#moveTo(100 * (this.#stacked ? (event.clientY - box.top) / box.height : across / box.width));
  };
}
