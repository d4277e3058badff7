// What an interviewer asks to look at: below the people, and at the lower end of a narrow room.
import { type CSSResult, css } from 'lit';

export const askedPlace: CSSResult = css`
  .asked {
    position: absolute;
    z-index: 165;
    inset-block-start: calc(100% + 6px);
    inset-inline-end: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: max-content;
    max-inline-size: 24rem;
    margin: 0;
    padding: 8px 8px 8px 12px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_control-radius);
    background: var(--_background);
    box-shadow: var(--_shadow);
    font-size: var(--_small);
  }
  .asked span {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .asked button {
    margin: 0;
    padding-inline: 8px;
    border-color: var(--_border-strong);
  }
  @container room (inline-size < 520px) {
    .asked {
      position: fixed;
      inset: auto 8px 8px;
      inline-size: auto;
    }
  }
`;
