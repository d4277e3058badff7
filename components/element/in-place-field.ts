// A field that looks like text until it is focused: shows its text, and ends editing on Enter and Escape.
import { inComposition } from '../page/composition.js';

/** Updates the shown name, unless the field is being edited. */
export function showInPlace(root: ParentNode, name: string): void {
  const input = root.querySelector('input');
  if (!input) return;
  const typing = input.matches(':focus') && input.value !== input.defaultValue;
  input.defaultValue = name;
  // Where fields cannot take the size of their content: letters are narrower than digits, which are 1ch, and Chinese characters wider.
  const wide = [...(name || input.placeholder)].reduce((all, one) => all + (one > '\u2e7f' ? 1.8 : 0.88), 0);
  input.style.inlineSize = `calc(${wide}ch + 16px)`;
  if (!typing && input.value !== name) input.value = name;
}

/** Enter accepts the text, Escape restores the previous one. */
export function editedInPlace(event: KeyboardEvent): void {
  const input = event.currentTarget as HTMLInputElement;
  // Neither an Enter that ends a composition nor an Escape that gives it up ends editing.
  if (inComposition(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  // Handled: otherwise a dialog of the page would close.
  if (event.key === 'Escape' && !input.readOnly) event.preventDefault();
  // Handled: otherwise the editor, which gets the focus, would insert a newline.
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  if (event.key === 'Escape') input.value = input.defaultValue;
  input.blur();
  // The focus moves to the editor, so that it is not lost.
  const room = event.composedPath().find((node) => Reflect.get(node.constructor, 'tag') === 'code-room');
  (room as HTMLElement | undefined)?.focus();
}
