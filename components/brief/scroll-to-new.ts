// Where the task is scrolled to after its text has changed.

/** The text that was read before, and how high it was. */
interface ReadTask {
  text: string;
  height: number;
}

/** Pixels above the new text that stay visible. */
const LINE = 24;

/** Shows what was appended, such as a hint, and another task from its beginning. */
export function scrollToNew(box: Element, { text: before, height }: ReadTask, text: string): void {
  if (before === '' || text === before) return;
  if (text.startsWith(before.trimEnd())) box.scrollTop = height - LINE;
  else if (text.split('\n', 1)[0] !== before.split('\n', 1)[0]) box.scrollTop = 0;
}
