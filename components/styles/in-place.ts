// Fields that look like text until one goes to them, and how Enter and Escape end their editing.
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

/** Has the field in `root` show a name: one that has come meanwhile leaves alone what is being typed there. */
export function showInPlace(root: ParentNode, name: string): void {
  const input = root.querySelector('input');
  if (!input) return;
  const typing = input.matches(':focus') && input.value !== input.defaultValue;
  input.defaultValue = name;
  if (!typing && input.value !== name) input.value = name;
}

/** Enter takes what is written, Escape puts back what was there. */
export function editedInPlace(event: KeyboardEvent): void {
  const input = event.currentTarget as HTMLInputElement;
  // A key that ends the writing of a character in an input method is not the end of the name.
  if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  // Used up: a dialog of the page around the room stays open.
  if (event.key === 'Escape' && !input.readOnly) event.preventDefault();
  // And the editor, which has the focus by then, gets no new line.
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  if (event.key === 'Escape') input.value = input.defaultValue;
  input.blur();
  // Nobody is left nowhere: the room's own place is its editor.
  const room = event.composedPath().find((node) => (node as Element).localName === 'code-room');
  (room as HTMLElement | undefined)?.focus();
}
