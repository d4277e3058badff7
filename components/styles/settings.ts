// The button for the editor's settings, and what it opens.
import { type CSSResult, css } from 'lit';

export const settingsStyles: CSSResult = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  [part='settings'] {
    min-inline-size: 30px;
    padding: 0;
    color: var(--_muted);
  }
  [part='settings']:hover,
  [aria-expanded='true'] {
    color: var(--_text);
    background: var(--_hover);
  }
  [part='settings'] svg {
    inline-size: 15px;
    block-size: 15px;
  }
  .help {
    color: var(--_muted);
    font-size: var(--_smaller);
    white-space: nowrap;
  }
  p.room {
    margin: 8px 0 0;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_border);
  }
  dialog {
    inset: auto;
    margin: 0;
    padding: 12px 14px;
    inline-size: min(21rem, calc(100vw - 16px));
    overflow: auto;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_control-radius);
    color: var(--_text);
    background: var(--_background);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: transparent;
  }
  h2 {
    margin: 0;
    font-size: var(--_size);
    font-weight: 600;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .head button {
    min-inline-size: 30px;
    padding: 0;
  }
  dialog button:hover:not(:disabled) {
    background: var(--_hover);
  }
  p {
    margin: 2px 0 8px;
    color: var(--_muted);
    font-size: var(--_smaller);
    line-height: 1.45;
  }
  .format {
    inline-size: 100%;
    margin-block: 2px 6px;
    border-color: var(--_border-strong);
    font-weight: 500;
  }
  kbd {
    direction: ltr;
    unicode-bidi: isolate;
    color: var(--_muted);
    font: inherit;
    font-size: var(--_smaller);
  }
  p.bad {
    color: var(--_bad);
  }
  label {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 36px;
  }
  select {
    max-inline-size: 11.5rem;
    border-color: var(--_border-strong);
    background: var(--_background);
  }
  option {
    color: var(--_text);
    background: var(--_background);
  }
  input[type='checkbox'] {
    inline-size: 18px;
    block-size: 18px;
    min-block-size: 18px;
    accent-color: var(--_accent);
  }
`;
