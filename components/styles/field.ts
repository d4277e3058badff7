// The editor field of brief and notes.
import { type CSSResult, css } from 'lit';

export const field: CSSResult = css`
  .words {
    inline-size: 100%;
    overflow: hidden;
    border-block-start: 1px solid var(--_border);
    background: var(--_background);
  }
  .words:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .words > .cm-editor {
    block-size: 100%;
    font: inherit;
  }
  @media (pointer: coarse) {
    .words > .cm-editor {
      font-size: max(16px, 1em);
    }
  }
`;
