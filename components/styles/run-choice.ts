// Styles of the choice when Run is pressed during a run; loaded after the first frame.
import { type CSSResult, css } from 'lit';

export const runChoice: CSSResult = css`
  .choice {
    position: absolute;
    z-index: 10;
    display: grid;
    gap: 6px;
    margin-block-start: 6px;
    padding: 10px;
    border: 1px solid var(--_border-strong);
    border-radius: 8px;
    background: var(--_background);
    color: var(--_text);
    font-size: 13px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }
  .choice p {
    margin: 0;
  }
  .choice button {
    border-color: var(--_border-strong);
  }
`;
