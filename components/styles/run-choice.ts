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
    border-radius: var(--_control-radius);
    background: var(--_background);
    color: var(--_text);
    font-size: var(--_small);
    box-shadow: var(--_shadow);
  }
  .choice p {
    margin: 0;
  }
  .choice button {
    border-color: var(--_border-strong);
  }
`;
