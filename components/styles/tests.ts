// Styles of the test panel: a head with counts and buttons, and a row per test.
import { type CSSResult, css } from 'lit';

export const testList: CSSResult = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--_surface);
    font-size: var(--_small);
    container: tests / inline-size;
  }
  /* Where there is little height, the open list gets all of it. */
  :host([over]) {
    position: absolute;
    inset: 0;
    z-index: 5;
    max-block-size: none !important;
  }
  :host([over]) .tests {
    flex: 1;
  }
  .tests {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    border-block-start: 1px solid var(--_border);
  }
  header,
  .hidden-head {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    min-block-size: 40px;
    padding: 4px 10px;
  }
  .hidden-head {
    margin-block-start: 6px;
    border-block-start: 1px solid var(--_border);
  }
  h2,
  h3,
  p {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }
  .fold {
    padding-inline: 4px;
  }
  .fold svg {
    transition: rotate 120ms;
  }
  .fold[aria-expanded='false'] svg {
    rotate: -90deg;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-start: auto;
  }
  .actions button,
  .buttons button,
  .said button {
    border-color: var(--_border-strong);
    font-size: var(--_small);
    font-weight: 500;
  }
  .actions .run,
  .main {
    color: var(--_on-run);
    background: var(--_run);
    border-color: transparent;
    font-weight: 600;
  }
  .actions .stop,
  .remove {
    color: var(--_bad);
    border-color: currentColor;
  }
  button:disabled {
    color: var(--_muted) !important;
    background: var(--_hover) !important;
    border-color: transparent !important;
    cursor: not-allowed;
  }
  .counts.good {
    color: var(--_good);
  }
  .counts.bad,
  .said.bad,
  .faults {
    color: var(--_bad);
  }
  .time,
  .only,
  .state {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .counts,
  .time {
    unicode-bidi: plaintext;
  }
  label.only {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .only select {
    inline-size: auto;
    font-size: var(--_small);
  }
  progress {
    inline-size: 5rem;
    block-size: 6px;
    border: none;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_hover);
    accent-color: var(--_accent);
  }
  progress::-webkit-progress-bar {
    background: var(--_hover);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .body {
    min-block-size: 0;
    padding-block-end: 8px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .cases {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .case {
    /* With hundreds of rows, those out of view are not laid out. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 32px;
    padding-inline: 6px;
  }
  .row {
    display: flex;
    align-items: center;
  }
  .told {
    display: flex;
    align-items: center;
    gap: 7px;
    min-block-size: var(--_control);
    padding-inline: 14px;
  }
  .row:hover {
    background: var(--_hover);
  }
  .head {
    flex: 1;
    justify-content: start;
    min-inline-size: 0;
    padding-inline: 8px;
    border-radius: var(--_small-radius);
    font-weight: 500;
    text-align: start;
    white-space: normal;
  }
  .head:focus-visible,
  .icon:focus-visible {
    outline-offset: -2px;
  }
  .name,
  .counts,
  .said {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .state {
    flex: none;
    margin-inline-start: auto;
  }
  .time {
    flex: none;
    min-inline-size: 4em;
    text-align: end;
  }
  header .time,
  .hidden-head .time {
    min-inline-size: 0;
  }
  .icon {
    flex: none;
    min-inline-size: 30px;
    padding: 0;
    color: var(--_muted);
  }
  .icon:hover {
    color: var(--_text);
    background: var(--_hover);
  }
  :is(.head, .told) > svg {
    fill: var(--_muted);
  }
  .passed :is(.head > svg, .state),
  .passed.told > svg {
    fill: var(--_good);
    color: var(--_good);
  }
  :is(.failed, .error, .timed-out) :is(.head > svg, .state),
  .failed.told > svg {
    fill: var(--_bad);
    color: var(--_bad);
  }
  .running :is(.head > svg, .state) {
    fill: var(--_accent);
    color: var(--_accent);
  }
  .interrupted :is(.head > svg, .state) {
    fill: var(--_warn);
    color: var(--_warn);
  }
  .why {
    padding-block-end: 6px;
    padding-inline: 27px 8px;
    font-weight: 400;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  @media (pointer: coarse) {
    .head,
    .actions button,
    .buttons button {
      min-block-size: 40px;
    }
    .icon {
      min-inline-size: 40px;
      min-block-size: 40px;
    }
  }
  @container tests (inline-size < 420px) {
    .head {
      flex-wrap: wrap;
      gap: 0 7px;
    }
    .name {
      flex: 1;
    }
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .fold svg {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .actions .run,
    .main {
      border-color: ButtonBorder;
    }
  }
  @media print {
    .tests {
      display: block;
    }
    .body,
    pre {
      max-block-size: none;
      overflow: visible;
    }
    .case {
      content-visibility: visible;
      break-inside: avoid;
    }
    .actions,
    .icon,
    .form,
    .only,
    progress {
      display: none !important;
    }
    .head,
    .fold {
      display: flex !important;
      padding: 0;
      border: none;
      color: inherit;
    }
  }
`;
