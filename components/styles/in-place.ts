// Styles of fields that look like text until they are focused.
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
