// How the output of a run looks.
import { type CSSResult, css } from 'lit';

export const outputStyles: CSSResult = css`
  :host {
    display: flex;
    position: relative;
    flex-direction: column;
    min-block-size: 5rem;
    min-inline-size: 0;
    background: var(--_surface);
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    min-block-size: 36px;
    padding: 6px 14px;
    font-size: 13px;
    color: var(--_muted);
  }
  .summary strong {
    color: var(--_text);
    font-weight: 600;
  }
  .stdin {
    flex: none;
    padding: 4px 14px 8px;
    border-block-start: 1px solid var(--_border);
    font-size: 13px;
    color: var(--_muted);
  }
  .stdin summary {
    min-block-size: 24px;
    cursor: pointer;
    inline-size: fit-content;
  }
  .stdin textarea {
    direction: ltr;
    display: block;
    inline-size: 100%;
    margin-block-start: 6px;
    padding: 6px 8px;
    resize: vertical;
    color: var(--_text);
    background: transparent;
    border: 1px solid var(--_border-strong);
    border-radius: 8px;
    font: 400 var(--_code-size) / 1.5 var(--_code-font);
  }
  .summary.low {
    min-block-size: 24px;
    padding-block: 2px;
    /* Where the box Input stands then. */
    padding-inline-end: 90px;
  }
  .low ~ .stdin:not([open]) {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    border: none;
    padding-block: 2px;
    background: var(--_surface);
  }
  .failed {
    color: var(--_bad);
  }
  .changed {
    padding: 1px 8px;
    /* Seen where a page has forced colours, and grounds are gone. */
    border: 1px solid transparent;
    border-radius: 99px;
    color: var(--_warn);
    background: color-mix(in oklab, var(--_warn) 12%, transparent);
  }
  .output {
    flex: 1;
    min-block-size: 0;
    margin: 0;
    padding: 2px 14px 14px;
    overflow: auto;
    direction: ltr;
    font: 400 var(--_code-size) / 1.55 var(--_code-font);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 8;
  }
  .output:focus-visible {
    outline-offset: -2px;
  }
  .lines {
    display: block;
    content-visibility: auto;
    /* As many as BLOCK_LINES of show.ts, before they have ever been seen. */
    contain-intrinsic-block-size: auto 200lh;
  }
  .stderr {
    /* Not inline with its line drawn by box-decoration-break: a flood of errors took seconds to lay out. */
    display: block;
    color: var(--_bad);
    border-inline-start: 3px solid var(--_bad);
    padding-inline-start: 8px;
  }
  .result {
    color: var(--_code-number);
  }
  .prompt {
    color: var(--_muted);
  }
  .answer {
    font-weight: 600;
  }
  .place {
    all: unset;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-style: dotted;
    text-underline-offset: 3px;
  }
  .place:focus-visible {
    outline: 2px solid var(--_accent);
    /* What is laid out on its own is cut off where it ends. */
    outline-offset: -2px;
  }
  .table {
    max-block-size: 24rem;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-block: 4px 8px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: 6px;
    white-space: pre;
    overflow-wrap: normal;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 2px 10px;
    border-block-end: 1px solid var(--_border);
    text-align: start;
  }
  tr:last-child td {
    border-block-end: none;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    font-weight: 600;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .output img {
    display: block;
    max-inline-size: 100%;
    max-block-size: 30rem;
    margin-block: 4px 8px;
    /* Pictures with a clear ground are made for paper. */
    background: #ffffff;
  }
  .file {
    margin-block: 4px;
    font-family: var(--_font);
    font-size: 13px;
  }
  .file button {
    border-color: var(--_border-strong);
  }
  .note,
  .empty {
    color: var(--_muted);
    font-family: var(--_font);
    font-size: 13px;
  }
  .note {
    display: block;
  }
  .note[data-by]::before {
    content: attr(data-by) '’s page: ';
  }
  .loading {
    display: grid;
    gap: 6px;
    padding: 0 14px 10px;
    font-size: 13px;
    color: var(--_muted);
  }
  progress {
    inline-size: 100%;
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
  /* A browser that does not know one of these would drop a rule for both. */
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
`;
