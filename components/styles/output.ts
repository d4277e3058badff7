// Styles of the output part.
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
  /* The tests get most of the height. */
  ::slotted(*) {
    flex: 0 1 auto;
    max-block-size: 66%;
    min-block-size: 0;
  }
  .keep {
    min-block-size: 24px;
    margin-inline-start: auto;
    padding-inline: 8px;
    color: var(--_muted);
    border-color: var(--_border);
    font-size: var(--_smaller);
    font-weight: 500;
  }
  .keep:hover {
    color: var(--_text);
    background: var(--_hover);
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    min-block-size: 36px;
    padding: 6px 14px;
    font-size: var(--_small);
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
    font-size: var(--_small);
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
    border-radius: var(--_control-radius);
    font: 400 var(--_code-size) / 1.5 var(--_code-font);
  }
  .summary.low {
    min-block-size: 24px;
    padding-block: 2px;
    /* Space for the Input box, in each language. */
    padding-inline-end: 8.5em;
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
    /* Visible with forced colours, which remove backgrounds. */
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
  .note,
  .empty {
    color: var(--_muted);
    font-family: var(--_font);
    font-size: var(--_small);
  }
  .note {
    display: block;
  }
  .loading {
    display: grid;
    gap: 6px;
    padding: 0 14px 10px;
    font-size: var(--_small);
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
  /* A browser that does not know one of these would drop a combined rule. */
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
`;
