// The row of tabs, the file menu, and the name field.
import { type CSSResult, css } from 'lit';

export const fileTabs: CSSResult = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    flex: none;
    max-inline-size: 100%;
    gap: 4px 8px;
  }
  :host([several]) {
    flex: 1 0 100%;
    order: 1;
  }
  /* Two rows of many files; where there is little width, one that scrolls sideways. */
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    min-inline-size: 0;
    /* Beside it stand menu and "Add". */
    max-inline-size: calc(100% - 76px);
    max-block-size: 70px;
    overflow: auto;
    scrollbar-width: thin;
  }
  @container room (inline-size < 520px) {
    .tabs {
      flex-wrap: nowrap;
    }
  }
  .tab {
    display: flex;
    flex: none;
    max-inline-size: 16rem;
    border: 1px solid var(--_border);
    border-radius: var(--_control-radius);
  }
  .tab.shown {
    border-color: var(--_border-strong);
    background: var(--_background);
  }
  [role='tab'] {
    min-inline-size: 0;
    padding-inline: 9px;
    border: none;
    border-radius: var(--_control-radius);
    outline-offset: -2px;
    font-weight: 500;
    color: var(--_muted);
    direction: ltr;
  }
  .shown [role='tab'] {
    color: var(--_text);
    font-weight: 600;
  }
  [role='tab']:hover {
    color: var(--_text);
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }
  .about {
    position: relative;
  }
  .more,
  [part='add'] {
    min-inline-size: 30px;
    padding: 0;
    color: var(--_muted);
  }
  .more:hover,
  [part='add']:hover {
    color: var(--_text);
    background: var(--_hover);
  }
  .pin {
    inline-size: 10px;
    block-size: 10px;
    fill: var(--_muted);
  }
  .entry {
    inline-size: 9px;
    block-size: 9px;
    fill: var(--_run);
  }
  .dot {
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_person);
  }
  .mark {
    font-size: calc(var(--_size) - 3px);
    font-weight: 500;
    color: var(--_muted);
  }
  input {
    inline-size: 14ch;
    direction: ltr;
    border-color: var(--_border-strong);
    background: var(--_background);
  }
  form {
    display: flex;
    gap: 4px;
  }
  .menu {
    position: absolute;
    z-index: 160;
    inset-block-start: calc(100% + 4px);
    inset-inline-start: 0;
    display: grid;
    min-inline-size: max-content;
    padding: 6px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_control-radius);
    background: var(--_background);
    box-shadow: var(--_shadow);
  }
  .menu button {
    justify-content: start;
    font-weight: 500;
  }
  .menu button:hover:not(:disabled) {
    background: var(--_hover);
  }
  .menu button:disabled {
    color: var(--_muted);
    cursor: not-allowed;
  }
  .menu hr {
    margin-block: 4px;
    inline-size: 100%;
    border: none;
    border-block-start: 1px solid var(--_border);
  }
  @media (forced-colors: active) {
    .tab.shown {
      border: 2px solid Highlight;
    }
  }
  .said {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .said.bad {
    color: var(--_bad);
  }
  .said button {
    border-color: var(--_border-strong);
    color: var(--_text);
  }
  /* With forced colours, backgrounds are removed: the shown tab is marked, and each tab has a single border. */
  @media (forced-colors: active) {
    .tab button {
      border-color: Canvas;
    }
    .shown [role='tab'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    .shown .entry,
    .shown .pin {
      fill: HighlightText;
    }
    .dot {
      border: 4px solid;
    }
  }
`;
