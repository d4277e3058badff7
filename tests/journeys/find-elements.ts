// Runs in the page: finds what a person would, by what it is, is called or says, in every shadow root.

/** One step of a way to elements; each looks within what the one before found. */
export type Step =
  | { css: string }
  | { role: string; name?: Words; disabled?: boolean }
  | { text: Words }
  | { having: Words }
  | { nth: number };

/** A string to be found somewhere, to be all, or a pattern. */
export type Words = { part: string } | { whole: string } | { pattern: string; flags: string };

/** Compiled by itself and sent as text: it must use nothing from outside itself. */
export function look(steps: readonly Step[]): HTMLElement[] {
  const ROLES: Record<string, string> = {
    button: 'button, summary, input[type=button], input[type=submit]',
    checkbox: 'input[type=checkbox]',
    group: 'fieldset, details',
    heading: 'h1, h2, h3, h4, h5, h6',
    link: 'a[href]',
    list: 'ul, ol',
    searchbox: 'input[type=search]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=url], input[type=email]',
  };
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  const fits = (words: Words | undefined, text: string) => {
    if (!words) return true;
    if ('pattern' in words) return new RegExp(words.pattern, words.flags).test(flat(text));
    if ('whole' in words) return flat(text) === flat(words.whole);
    return flat(text).toLowerCase().includes(flat(words.part).toLowerCase());
  };
  const inside = (root: Element | Document | ShadowRoot): HTMLElement[] => {
    const under = [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) =>
      one.shadowRoot ? [one, ...inside(one.shadowRoot)] : [one],
    );
    return root instanceof Element && root.shadowRoot ? [...inside(root.shadowRoot), ...under] : under;
  };
  const isShown = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-hidden=true]');
  const said = (one: Node): string =>
    [...one.childNodes]
      .map((child) => {
        if (!(child instanceof Element)) return child.nodeType === Node.TEXT_NODE ? child.textContent : '';
        if (child.getAttribute('aria-hidden') === 'true' || !child.checkVisibility()) return '';
        return child.ariaLabel ?? said(child);
      })
      .join('');
  const nameOf = (one: HTMLElement): string => {
    const root = one.getRootNode() as Document | ShadowRoot;
    const by = one.getAttribute('aria-labelledby')?.split(/\s+/);
    if (by) return by.map((id) => root.getElementById(id)?.textContent).join(' ');
    const labels = [...((one as HTMLInputElement).labels ?? [])].map(said).join(' ');
    return (
      one.ariaLabel ||
      labels ||
      said(one) ||
      one.title ||
      one.getAttribute('placeholder') ||
      (one as HTMLInputElement).value
    );
  };
  const isA = (one: HTMLElement, role: string) =>
    one.hasAttribute('role') ? one.getAttribute('role') === role : one.matches(ROLES[role] ?? ':not(*)');
  const all = (one: Node): string =>
    [...one.childNodes, ...(one instanceof Element && one.shadowRoot ? [one.shadowRoot] : [])]
      .map((child) => {
        if (child.nodeType === Node.TEXT_NODE) return child.textContent;
        return child instanceof Element && child.matches('script, style, template') ? '' : all(child);
      })
      .join('');
  /** The smallest elements that say it. */
  const saying = (root: Element | Document | ShadowRoot, words: Words): HTMLElement[] => {
    const within = [...root.children, ...(root instanceof Element ? (root.shadowRoot?.children ?? []) : [])];
    const smaller = within.flatMap((one) => (one.matches('head, script, style, template') ? [] : saying(one, words)));
    return smaller.length === 0 && root instanceof HTMLElement && fits(words, all(root)) ? [root] : smaller;
  };
  const once = (found: HTMLElement[]) => [...new Set(found)];

  let from: (HTMLElement | Document)[] = [document];
  for (const step of steps) {
    const place = (one: HTMLElement | Document) => inside(one);
    if ('css' in step)
      for (const part of step.css.split(/ +(?![^[(]*[\])])/))
        from = once(from.flatMap(place).filter((one) => one.matches(part)));
    else if ('role' in step)
      from = once(from.flatMap(place)).filter(
        (one) =>
          isA(one, step.role) &&
          isShown(one) &&
          fits(step.name, nameOf(one)) &&
          (step.disabled ?? one.matches(':disabled')) === one.matches(':disabled'),
      );
    else if ('text' in step) from = once(from.flatMap((one) => saying(one, step.text)));
    else if ('having' in step) from = from.filter((one) => fits(step.having, all(one)));
    else from = from.slice(step.nth, step.nth + 1);
  }
  return from as HTMLElement[];
}

/** Where to click so that this element has it, once it stands still and nothing lies over it; or why not yet. What is clicked instead does not hear of it: see `landed`. */
export async function point(elements: HTMLElement[]): Promise<{ x: number; y: number } | string> {
  const [one] = elements;
  if (!one || elements.length > 1) return `there are ${elements.length}`;
  if (one.matches(':disabled')) return 'it is disabled';
  if (!one.checkVisibility({ visibilityProperty: true })) return 'it is not visible';
  one.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const where = () => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, empty: width * height === 0 };
  };
  const before = where();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { x, y, empty } = where();
  if (empty || x !== before.x || y !== before.y) return 'it is moving or empty';
  let top: Element | null = document.elementFromPoint(x, y);
  for (let inner = top; inner?.shadowRoot; ) {
    inner = inner.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  const isIt = (node: EventTarget | null) => node === one || (node instanceof HTMLLabelElement && node.control === one);
  let at: Node | null = top;
  while (at && !isIt(at)) at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null);
  if (!at) return `${top?.outerHTML.slice(0, 200)} lies over it`;
  // The page may move before the click is there.
  const aim: Aim = { clicked: false, missed: false, element: one, end: () => undefined };
  const heed = (event: Event) => {
    if (!event.isTrusted) return;
    aim.missed ||= !event.composedPath().some(isIt);
    if (aim.missed) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.type === 'click') aim.clicked = true;
  };
  const steps = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  for (const step of steps) addEventListener(step, heed, true);
  aim.end = () => {
    for (const step of steps) removeEventListener(step, heed, true);
  };
  Object.assign(globalThis, { aim });
  return { x, y };
}

interface Aim {
  clicked: boolean;
  missed: boolean;
  element: HTMLElement;
  end(): void;
}

/** Whether the click went to the element it was meant for; a page that went by it, or an element that did, had it. */
export function landed(): boolean {
  const { aim } = globalThis as unknown as { aim?: Aim };
  aim?.end();
  Object.assign(globalThis, { aim: undefined });
  return !aim || aim.clicked || (!aim.missed && !aim.element.isConnected);
}
