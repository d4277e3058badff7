// Styles of output: text kinds, tables, images and files; the sixteen terminal colours follow the theme.
import { type CSSResult, css } from 'lit';

export const outputContentStyles: CSSResult = css`
  .lines {
    display: block;
    content-visibility: auto;
    /* As many lines as BLOCK_LINES in render-output.ts, as an estimate before the first layout. */
    contain-intrinsic-block-size: auto 200lh;
  }
  .stderr {
    /* Not inline with box-decoration-break: a flood of errors took seconds to lay out. */
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
    /* Blocks clip their content, so the outline is inside. */
    outline-offset: -2px;
  }
  .table {
    max-block-size: 24rem;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-block: 4px 8px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_small-radius);
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
    /* Images with a transparent background are made for white. */
    background: #ffffff;
  }
  .file {
    margin-block: 4px;
    font-family: var(--_font);
    font-size: var(--_small);
  }
  .file button {
    border-color: var(--_border-strong);
  }
  .note[data-by]::before {
    content: attr(data-by) ' ';
  }
  .warning {
    display: block;
    color: var(--_warn);
    border-inline-start: 3px solid var(--_warn);
    padding-inline-start: 8px;
  }
  .bold {
    font-weight: 700;
  }
  .dim {
    opacity: 0.75;
  }
  .italic {
    font-style: italic;
  }
  .underline {
    text-decoration: underline;
  }
  .strike {
    text-decoration: line-through;
  }
  .underline.strike {
    text-decoration: underline line-through;
  }
  .reverse {
    color: var(--_surface);
    background: var(--_text);
  }
  .ansi-1,
  .ansi-9 {
    color: var(--_bad);
  }
  .ansi-2,
  .ansi-10 {
    color: var(--_good);
  }
  .ansi-3,
  .ansi-11 {
    color: var(--_warn);
  }
  .ansi-4,
  .ansi-12 {
    color: var(--_code-function);
  }
  .ansi-5,
  .ansi-13 {
    color: var(--_code-keyword);
  }
  .ansi-6,
  .ansi-14 {
    color: var(--_code-property);
  }
  .ansi-0,
  .ansi-7,
  .ansi-8 {
    color: var(--_muted);
  }
`;
