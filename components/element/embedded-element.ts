// Base class for elements in any document: applies their stylesheets there, and keeps their key events from the page.
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
import { speech } from '../wording/words.js';
import { BaseElement } from './base-element.js';
import { keepKeys } from './keyboard.js';

/** A constructed stylesheet belongs to one document, so there is one per document. */
const sheets = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();
/** Stylesheets added after the first frame, by tag. */
const later = new Map<string, CSSResult[]>();
const shown = new Set<EmbeddedElement>();

/** Rewrites stylesheets for older browsers. */
let rewritten = (cssText: string): string => cssText;

/** Rewrites all stylesheets from now on. */
export function rewriteStyles(rewrite: (cssText: string) => string): void {
  rewritten = rewrite;
}

/** Adds stylesheets to all elements with these names, existing ones too. */
export function addStyles(styles: Record<string, CSSResult[]>): void {
  for (const [name, more] of Object.entries(styles)) later.set(name, [...(later.get(name) ?? []), ...more]);
  for (const element of shown) element.applyStyles();
}

/** Renders all elements again: they speak another language now. */
export function repaint(): void {
  for (const element of shown) element.requestUpdate();
}

const followed = new WeakSet<Element>();

/** The page may name a room at any time. Of no other element: one that names itself while it is rendered would be rendered for ever. */
function followName(whole: Element): void {
  if (!followed.has(whole))
    new MutationObserver(repaint).observe(whole, { attributeFilter: ['aria-label', 'aria-labelledby'] });
  followed.add(whole);
}

export abstract class EmbeddedElement extends BaseElement {
  /** The name it has unless a page gives it another. */
  static readonly tag: string;

  #home: Document | undefined;
  /** How many of its stylesheets have been applied. */
  #applied = 0;

  /**
   * Registers it, by default under its own name; a name that is taken is left, since a page may load the script twice. The parts
   * of a room come with `code-room/define`.
   */
  static define(tag: string = this.tag, registry: CustomElementRegistry = customElements): void {
    // A class can have one name only.
    const own = tag === this.tag && registry === customElements;
    const named = this as unknown as CustomElementConstructor;
    if (!registry.get(tag)) registry.define(tag, own ? named : class extends named {});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    const { ownerDocument: home } = this;
    const moved = this.#home !== undefined && this.#home !== home;
    // A document drops constructed stylesheets of another; style elements, used in browsers without them, move along.
    if (moved && supportsAdoptingStyleSheets) this.#applied = 0;
    this.#home = home;
    this.applyStyles();
    if (moved) this.moved();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
  }

  /** The room or replay that this is, or is a part of. */
  protected get whole(): Element | undefined {
    return undefined;
  }

  /** Applies the stylesheets that are not applied yet. */
  applyStyles(): void {
    const { elementStyles, tag } = this.constructor as typeof EmbeddedElement;
    const all = [...elementStyles, ...(later.get(tag) ?? [])];
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

  /** Focuses the first of these that it has or holds; one that has just come to its page, as soon as it has rendered. */
  protected focusOn(selector: string): void {
    if (this.hasUpdated)
      (this.renderRoot.querySelector<HTMLElement>(selector) ?? this.querySelector<HTMLElement>(selector))?.focus();
    else if (this.isConnected) void this.updateComplete.then(() => this.focusOn(selector));
  }

  protected override performUpdate(): void {
    speech.adoptLanguageOf?.(this);
    const { whole } = this;
    if (whole) followName(whole);
    speech.around = whole;
    super.performUpdate();
  }

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [boundary, ...BaseElement.finalizeStyles(styles)];
  }

  /** The element has moved to another document. */
  protected moved(): void {}

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // Lit's own method would use the stylesheets of the script's document.
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
