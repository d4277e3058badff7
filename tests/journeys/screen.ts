// What journeys of every browser do with the page before a person: a part of Playwright's words, so that a page of Playwright's is one as it is.
export type Role =
  | 'button'
  | 'checkbox'
  | 'group'
  | 'heading'
  | 'link'
  | 'list'
  | 'menuitem'
  | 'searchbox'
  | 'tab'
  | 'textbox';

/** A string is looked for in any case and anywhere in a name, unless it has to be exact. */
export interface Named {
  name?: string | RegExp;
  exact?: boolean;
  disabled?: boolean;
}

interface Looks {
  /** By CSS, which looks into shadow roots. */
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  getByRole(role: Role, options?: Named): Locator;
  getByText(text: string | RegExp): Locator;
}

/** Elements as they are when one does something with them; what is done waits until there is one. */
export interface Locator extends Looks {
  first(): Locator;
  nth(index: number): Locator;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  check(): Promise<void>;
  focus(): Promise<void>;
  waitFor(options?: { state?: 'attached' | 'visible' }): Promise<void>;
  count(): Promise<number>;
  textContent(): Promise<string | null>;
  allTextContents(): Promise<string[]>;
  getAttribute(name: string): Promise<string | null>;
  evaluate<R>(what: (element: HTMLElement, argument: string) => R, argument?: string): Promise<R>;
  evaluateAll<R>(what: (elements: HTMLElement[]) => R): Promise<R>;
}

export interface Screen extends Looks {
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  content(): Promise<string>;
  evaluate<R>(what: string | (() => R)): Promise<R>;
  close(): Promise<void>;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): unknown;
  on(event: 'pageerror', listener: (error: Error) => void): unknown;
}
