// Styles of the scorecard: criteria that open one by one, and the table in which all stand side by side.
import { type CSSResult, css } from 'lit';

export const scorecardStyles: CSSResult = css`
  :host {
    display: block;
    font-size: var(--_size);
    overflow-wrap: anywhere;
  }
  .card > summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    padding: 8px 12px;
  }
  summary {
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '›';
    content: '›' / '';
    display: inline-block;
    inline-size: 0.7em;
    margin-inline-end: 4px;
    color: var(--_muted);
    font-weight: 600;
  }
  details[open] > summary::before {
    content: '⌄';
    content: '⌄' / '';
  }
  summary:focus-visible {
    outline-offset: -2px;
  }
  h2,
  h3 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }
  .quiet {
    color: var(--_muted);
    font-size: var(--_smaller);
  }
  .push {
    margin-inline-start: auto;
  }
  .whose {
    flex-basis: 100%;
  }
  .body {
    display: grid;
    gap: 10px;
    padding: 0 12px 12px;
  }
  .criteria {
    border: 1px solid var(--_border);
    border-radius: var(--_control-radius);
  }
  .criterion + .criterion {
    border-block-start: 1px solid var(--_border);
  }
  .criterion > summary {
    display: flex;
    gap: 8px;
    align-items: baseline;
    min-block-size: var(--_control);
    padding: 5px 10px;
  }
  .criterion > summary:hover {
    background: var(--_hover);
  }
  .criterion > summary > .name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .given {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .fields {
    display: grid;
    gap: 8px;
    padding: 2px 10px 10px;
  }
  fieldset {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    border: none;
  }
  .level {
    display: grid;
    grid-template-columns: auto auto 1fr;
    gap: 0 8px;
    align-items: baseline;
    padding: 4px 6px;
    border-radius: var(--_small-radius);
    cursor: pointer;
  }
  .level:hover {
    background: var(--_hover);
  }
  .level:has(:checked) {
    background: color-mix(in oklab, var(--_accent) 12%, var(--_background));
  }
  .level input {
    min-block-size: 0;
    margin: 0;
    accent-color: var(--_accent);
  }
  .level b {
    font-variant-numeric: tabular-nums;
  }
  .field {
    display: grid;
    gap: 2px;
  }
  .field > span {
    color: var(--_muted);
    font-size: var(--_smaller);
  }
  textarea,
  .field input,
  .field select {
    inline-size: 100%;
    min-inline-size: 0;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_control-radius);
    color: inherit;
    background: var(--_background);
    font: inherit;
  }
  textarea {
    min-block-size: 3.4em;
    padding: 5px 10px;
    resize: vertical;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
  }
  button {
    border-color: var(--_border-strong);
  }
  button.main {
    border-color: transparent;
    color: var(--_on-accent);
    background: var(--_accent);
  }
  button.main:disabled {
    opacity: 0.6;
  }
  button.plain {
    justify-self: start;
    min-block-size: 26px;
    font-weight: 500;
  }
  p {
    margin: 0;
  }
  .fault {
    color: var(--_bad);
    font-size: var(--_small);
  }
  .table {
    overflow: auto;
    overflow-wrap: normal;
    border: 1px solid var(--_border);
    border-radius: var(--_control-radius);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_small);
  }
  th,
  td {
    padding: 4px 10px;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: baseline;
    font-weight: inherit;
  }
  thead th {
    font-weight: 600;
  }
  /* With many columns the table scrolls; no name is cut into letters. */
  thead bdi {
    display: inline-block;
    max-inline-size: 16ch;
    overflow-wrap: break-word;
  }
  tr:last-child > * {
    border-block-end: none;
  }
  .apart {
    background: color-mix(in oklab, var(--_warn) 14%, var(--_background));
  }
  .apart em {
    display: block;
    color: var(--_muted);
    font-size: var(--_smaller);
    font-style: normal;
  }
  section > details {
    margin-block-start: 6px;
  }
  dl {
    display: grid;
    gap: 6px;
    margin: 6px 0 0;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  @media (forced-colors: active) {
    .level:has(:checked),
    .apart {
      outline: 1px solid;
      outline-offset: -1px;
    }
  }
`;
