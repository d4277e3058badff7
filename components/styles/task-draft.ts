// A task while interviewers change it, beside how it looks.
import { type CSSResult, css } from 'lit';

export const taskDraft: CSSResult = css`
  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
  }
  .both .text {
    max-block-size: 9rem;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .done {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .done:hover {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .words {
    block-size: 9rem;
  }
  .unshown {
    margin: 0;
    padding: 4px 16px 8px;
    color: var(--_muted);
    font-size: var(--_small);
  }
`;
