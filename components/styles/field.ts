// The field in which brief and notes are written: it fills its place, below a line.
import { type CSSResult, css } from 'lit';

export const field: CSSResult = css`
  textarea {
    inline-size: 100%;
    margin: 0;
    padding: 10px 12px;
    border: none;
    border-block-start: 1px solid var(--_border);
    border-radius: 0;
    background: var(--_background);
    color: inherit;
    font: inherit;
    line-height: 1.55;
    resize: none;
    unicode-bidi: plaintext;
  }
  textarea:focus-visible {
    outline-offset: -2px;
  }
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
`;
