// Styles of a replay's markers, and of the help about its keys.
import { type CSSResult, css } from 'lit';

export const markerStyles: CSSResult = css`
  .markers {
    display: flex;
    flex-direction: column;
    flex: 1 1 0;
    min-block-size: 0;
    overflow: auto;
    position: relative;
    border-block-start: 1px solid var(--_border);
    font-family: var(--_font);
    font-size: var(--_small);
  }
  .markers fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    margin: 0;
    padding: 4px 14px;
    border: none;
    border-block-end: 1px solid var(--_border);
  }
  @container player (inline-size < 520px) {
    .markers fieldset {
      flex-wrap: nowrap;
      overflow: auto;
      white-space: nowrap;
    }
    .markers fieldset label {
      flex: none;
    }
  }
  .markers legend {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .markers ol {
    margin: 0;
    padding: 4px;
    list-style: none;
  }
  .markers li button {
    display: flex;
    gap: 10px;
    justify-content: flex-start;
    inline-size: 100%;
    min-block-size: 28px;
    padding: 3px 10px;
    color: var(--_text);
    font-size: var(--_small);
    font-weight: 400;
    text-align: start;
    white-space: normal;
  }
  .markers li button[aria-current='true'] {
    background: var(--_hover);
    font-weight: 600;
  }
  .markers time {
    flex: none;
    min-inline-size: 3.2em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .markers span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .ticks {
    inline-size: 100%;
    block-size: 10px;
    fill: var(--_muted);
  }
  .ticks rect {
    cursor: pointer;
  }
  .ticks .private {
    opacity: 0.45;
    stroke: var(--_muted);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
    cursor: default;
  }
  .ticks .question {
    fill: var(--_accent);
  }
  .ticks .run,
  .ticks .test {
    fill: var(--_good);
  }
  dialog {
    max-inline-size: min(26rem, 90vw);
    padding: 18px;
    color: var(--_text);
    background: var(--_background);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    font-family: var(--_font);
    font-size: var(--_size);
  }
  dialog dl {
    margin: 0 0 12px;
  }
  dialog dl div {
    display: flex;
    gap: 14px;
    padding-block: 3px;
  }
  dialog dt {
    flex: none;
    inline-size: 6rem;
  }
  dialog kbd {
    direction: ltr;
    unicode-bidi: isolate;
  }
  dialog dd {
    margin: 0;
  }
`;
