// Styles that all parts share: text, buttons, fields and focus rings.
import { type CSSResult, css } from 'lit';

export const controls: CSSResult = css`
  :host {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  select {
    min-block-size: var(--_control);
    margin: 0;
    padding: 0 10px;
    color: inherit;
    background: transparent;
    border: 1px solid transparent;
    border-radius: var(--_control-radius);
    font: inherit;
  }
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      font-size: max(16px, 1em) !important;
    }
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 7px;
    cursor: pointer;
    white-space: nowrap;
    font-weight: 600;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  svg {
    display: block;
    flex: none;
    inline-size: 12px;
    block-size: 12px;
    fill: currentColor;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    button,
    input,
    select {
      border-color: ButtonBorder;
    }
  }
`;
