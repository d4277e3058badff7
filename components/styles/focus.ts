// The panel of private time, and a stretch that is watched.
import { type CSSResult, css } from 'lit';

export const focus: CSSResult = css`
  .shown {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 26px;
    font-size: var(--_small);
    white-space: nowrap;
  }
  .shown bdi {
    max-inline-size: 12ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .left {
    font-variant-numeric: tabular-nums;
  }
  p {
    margin: 0;
    font-size: var(--_small);
    line-height: 1.4;
  }
  input[type='number'] {
    inline-size: 6ch;
  }
  input[type='range'] {
    flex: 1;
    min-inline-size: 6rem;
    min-block-size: 24px;
    padding: 0;
    accent-color: var(--_accent);
  }
  ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--_small);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  li button {
    margin-inline-start: auto;
  }
  @container room (inline-size >= 760px) {
    .wide {
      inline-size: min(40rem, 80cqi);
    }
  }
  [part='player'] {
    display: grid;
    gap: 8px;
  }
  pre {
    block-size: min(18rem, 40vh);
    margin: 0;
    padding: 8px 10px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_control-radius);
    font-family: var(--_code-font);
    font-size: var(--_small);
    line-height: 1.5;
    direction: ltr;
  }
  mark {
    border-radius: 2px;
    color: inherit;
    background: var(--_hover);
    box-shadow: inset 0 -2px var(--_accent);
  }
  @media (forced-colors: active) {
    mark {
      color: HighlightText;
      background: Highlight;
    }
  }
`;
