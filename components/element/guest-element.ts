// What each of our elements is to the page it stands in: it brings its own look to any document, and keeps what is typed in it.
import {
  adoptStyles,
  type CSSResult,
  type CSSResultGroup,
  type CSSResultOrNative,
  type LitElement,
  supportsAdoptingStyleSheets,
  unsafeCSS,
} from 'lit';
import { boundary } from '../styles/boundary.js';
import { BaseElement } from './base-element.js';
import { keepKeys } from './keyboard.js';

/** A sheet belongs to one document; each is made once for each. */
const sheets = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();
/** Sheets that came after the first frame, by the tag they are for. */
const later = new Map<string, CSSResult[]>();
const shown = new Set<GuestElement>();

/** What a browser that is not new makes of a sheet. */
let rewritten = (cssText: string): string => cssText;

/** Has every sheet written in another way, from here on. */
export function rewriteStyles(rewrite: (cssText: string) => string): void {
  rewritten = rewrite;
}

/** Gives all elements of these names more sheets, those that are there too. */
export function addStyles(styles: Record<string, CSSResult[]>): void {
  for (const [name, more] of Object.entries(styles)) later.set(name, [...(later.get(name) ?? []), ...more]);
  for (const element of shown) element.applyStyles();
}

export abstract class GuestElement extends BaseElement {
  #home: Document | undefined;
  /** How many of its sheets have been applied. */
  #applied = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    const { ownerDocument: home } = this;
    const moved = this.#home !== undefined && this.#home !== home;
    // A document takes away what was made for another; style elements, in browsers without sheets, move along.
    if (moved && supportsAdoptingStyleSheets) this.#applied = 0;
    this.#home = home;
    this.applyStyles();
    if (moved) this.moved();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
  }

  /** Applies the sheets that it does not have yet. */
  applyStyles(): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    const all = [...elementStyles, ...(later.get(this.localName) ?? [])];
    const missing = all.slice(this.#applied);
    const root = this.renderRoot as ShadowRoot;
    if (supportsAdoptingStyleSheets) {
      const present = this.#applied > 0 ? root.adoptedStyleSheets : [];
      root.adoptedStyleSheets = [...present, ...missing.map((style) => sheet(style, this.ownerDocument))];
    } else
      adoptStyles(
        root,
        missing.map((style) => ('cssText' in style ? unsafeCSS(rewritten(style.cssText)) : style)),
      );
    this.#applied = all.length;
  }

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [boundary, ...BaseElement.finalizeStyles(styles)];
  }

  /** The element has come to another document than it was in. */
  protected moved(): void {}

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Not Lit's own, which would give it the sheets of the document that the script runs in.
    const root = this.shadowRoot ?? this.attachShadow((this.constructor as typeof LitElement).shadowRootOptions);
    this.renderOptions.renderBefore ??= root.firstChild;
    keepKeys(root);
    return root;
  }
}

function sheet(style: CSSResultOrNative, home: Document): CSSStyleSheet {
  if (!('cssText' in style)) return style;
  const own = sheets.get(home) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  sheets.set(home, own);
  let made = own.get(style);
  if (!made) {
    made = new (home.defaultView ?? window).CSSStyleSheet();
    made.replaceSync(rewritten(style.cssText));
    own.set(style, made);
  }
  return made;
}
