// Keeps what is shown in sight of whoever looks, without moving the page around it.

/** In a row of tabs the shown one, when it is another than `before`, and the menu that is open beside it. Returns the shown one. */
export function keepInSight(row: HTMLElement, root: ParentNode, before: Element | null): Element | null {
  const shown = root.querySelector('.shown');
  if (shown?.parentElement && shown !== before) scrollWithin(shown.parentElement, shown);
  const menu = root.querySelector<HTMLElement>('.menu');
  if (menu) keepWithin(menu, row);
  return shown;
}

/** Scrolls `list`, and nothing else, so that all of `item` is seen. */
function scrollWithin(list: Element, item: Element): void {
  const [one, all] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollBy({
    left: outside(one.left, one.right, all.left, all.right),
    top: outside(one.top, one.bottom, all.top, all.bottom),
    behavior: 'instant',
  });
}

/** Moves what hangs beside something, such as a menu, sideways until it is within `frame`. */
function keepWithin(hanging: HTMLElement, frame: Element): void {
  hanging.style.translate = '';
  const [one, all] = [hanging.getBoundingClientRect(), frame.getBoundingClientRect()];
  const by = outside(one.left, one.right, all.left, all.right);
  if (by !== 0) hanging.style.translate = `${-by}px`;
}

/** How far it stands out at the one end or the other. */
function outside(from: number, to: number, first: number, last: number): number {
  return from < first ? from - first : Math.max(0, Math.min(to - last, from - first));
}
