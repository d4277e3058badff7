// Layout of the name labels at others' carets: after the end of the line where there is space, otherwise above or below it.
import { Direction, type EditorView } from '@codemirror/view';

export interface NamePlace {
  /** `none`: shown only on hover. */
  side: 'after' | 'above' | 'below' | 'none';
  /** Pixels from the caret. */
  left: number;
}

/** Gap between a line's end and a label, and between two labels. */
const GAP = 8;
/** The label's padding and maximum width, as in the theme. */
const PADDING = 12;
const WIDEST = 150;
/** Width of a Latin character, and of a wide one such as Chinese. */
const CHARACTER = 7.5;
const WIDE_CHARACTER = 12;

export function isSamePlace(one: NamePlace, other: NamePlace): boolean {
  return one.side === other.side && Math.abs(one.left - other.left) < 1;
}

/** Layout of one drawing pass: labels in the same line are placed one after the other. */
export class NamePlaces {
  /** By the top of a line: the position up to which it is used. */
  readonly #taken = new Map<number, number>();

  constructor(private readonly view: EditorView) {}

  of(head: number, name: string): NamePlace {
    const { view } = this;
    const at = view.coordsAtPos(head);
    if (!at) return { side: 'none', left: 0 };
    const rtl = view.textDirectionAt(head) === Direction.RTL;
    const box = view.scrollDOM.getBoundingClientRect();
    const width = widthOf(name);
    const line = Math.round(at.top);
    const text = this.#extent(head, at);
    const from = this.#taken.get(line) ?? (rtl ? text.left : text.right);
    const left = rtl ? from - GAP - width : from + GAP;
    if (left >= view.contentDOM.getBoundingClientRect().left && left + width <= box.right) {
      this.#taken.set(line, rtl ? left : left + width);
      return this.#place('after', left - at.left);
    }
    const inside = Math.max(box.left, Math.min(rtl ? at.left - width : at.left, box.right - width));
    return this.#place(this.#side(at), inside - at.left);
  }

  /** The start and end of the row's text, in either direction. */
  #extent(head: number, at: { left: number; right: number; top: number; bottom: number }) {
    const { node } = this.view.domAtPos(head);
    const line = (node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement)?.closest('.cm-line');
    const extent = { left: at.left, right: at.right };
    if (!line) return extent;
    const range = line.ownerDocument.createRange();
    range.selectNodeContents(line);
    const middle = (at.top + at.bottom) / 2;
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (top > middle || bottom < middle) continue;
      extent.left = Math.min(extent.left, left);
      extent.right = Math.max(extent.right, right);
    }
    return extent;
  }

  /** The side of a label that does not fit after its line. */
  #side({ top, bottom }: { top: number; bottom: number }): NamePlace['side'] {
    const { view } = this;
    const mine = view.coordsAtPos(view.state.selection.main.head);
    const height = bottom - top;
    const isMine = (middle: number) => mine !== null && middle > mine.top && middle < mine.bottom;
    const first = top - height < view.documentTop;
    if (!first && !isMine(top - height / 2)) return 'above';
    return isMine(bottom + height / 2) ? 'none' : 'below';
  }

  #place(side: NamePlace['side'], left: number): NamePlace {
    return { side, left: left / this.view.scaleX };
  }
}

/** An overestimate, because nothing can be measured before it is drawn. */
function widthOf(name: string): number {
  let width = PADDING;
  for (const character of name) width += character > '\u1100' ? WIDE_CHARACTER : CHARACTER;
  return Math.min(width, WIDEST);
}
