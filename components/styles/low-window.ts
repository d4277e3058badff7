// Styles for little height: a low window, as with a phone's keyboard or a zoomed page, and a narrow room, whose parts stand one below the other.
import { type CSSResult, css } from 'lit';

export const lowWindow: CSSResult = css`
  /* The task leaves the code, and what stands in the side slot, their share. */
  @container room (inline-size < 520px) {
    slot[name='brief']::slotted(*) {
      max-block-size: 28%;
    }
  }
  /* The content of the side slot stays beside, if possible. */
  @media (max-height: 479px) {
    .bar {
      padding-block: 4px;
    }
    slot[name='brief']::slotted(*) {
      max-block-size: 25%;
    }
    @container room (520px <= inline-size < 760px) {
      .workspace {
        flex-direction: row;
      }
      slot[name='side']::slotted(*) {
        inline-size: 40%;
        block-size: auto;
        border-block-start: none;
        border-inline-start: 1px solid var(--_border);
      }
    }
    @container room (inline-size < 520px) {
      slot[name='side']::slotted(*) {
        block-size: 35%;
      }
    }
  }
`;
