// Fields that look like text until they are focused, and how Enter and Escape end editing.
import { type CSSResult, css } from 'lit';

export const inPlace: CSSResult = css`
  input {
    padding-inline: 7px;
    text-overflow: ellipsis;
  }
  @supports (field-sizing: content) {
    input {
      inline-size: auto !important;
      field-sizing: content;
    }
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
    font-weight: 400;
  }
  input:hover:not(:read-only) {
    background: var(--_hover);
  }
  input:focus {
    border-color: var(--_border-strong);
    background: var(--_background);
  }
  input:read-only {
    cursor: default;
  }
`;

/** Updates the shown name, unless the field is being edited. */
export function showInPlace(root: ParentNode, name: string): void {
  const input = root.querySelector('input');
  if (!input) return;
  const typing = input.matches(':focus') && input.value !== input.defaultValue;
  input.defaultValue = name;
  // Where fields cannot take the size of their content: letters are narrower than digits, which are 1ch, and Chinese ones wider.
  const wide = [...(name || input.placeholder)].reduce((all, one) => all + (one > '\u2e7f' ? 1.8 : 0.88), 0);
  input.style.inlineSize = `calc(${wide}ch + 16px)`;
  if (!typing && input.value !== name) input.value = name;
}

/** Enter accepts the text, Escape restores the previous one. */
export function editedInPlace(event: KeyboardEvent): void {
  const input = event.currentTarget as HTMLInputElement;
  // An Enter that ends a composition does not end editing.
  if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
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
