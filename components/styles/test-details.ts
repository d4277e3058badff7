// Styles of an opened test, and of the form.
import { type CSSResult, css } from 'lit';

export const testDetails: CSSResult = css`
  .changed {
    padding: 1px 8px;
    /* Visible with forced colours, which remove backgrounds. */
    border: 1px solid transparent;
    border-radius: 99px;
    color: var(--_warn);
    background: color-mix(in oklab, var(--_warn) 12%, transparent);
    font-size: var(--_smaller);
  }
  .place {
    all: unset;
    cursor: pointer;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    direction: ltr;
  }
  .place:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .details {
    display: grid;
    gap: 8px;
    padding-block: 2px 12px;
    padding-inline: 27px 8px;
  }
  .block {
    min-inline-size: 0;
  }
  .block h3 {
    margin-block-end: 3px;
    color: var(--_muted);
    font-weight: 500;
  }
  .file {
    font-weight: 400;
  }
  pre {
    max-block-size: 16rem;
    margin: 0;
    padding: 6px 8px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_small-radius);
    background: var(--_background);
    direction: ltr;
    text-align: start;
    font: 400 var(--_code-size) / 1.5 var(--_code-font);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 8;
  }
  pre i,
  .left-out {
    color: var(--_muted);
    font-family: var(--_font);
    font-size: var(--_small);
    font-style: normal;
  }
  .lines {
    padding-inline: 0;
  }
  .line {
    display: flex;
    padding-inline: 4px 8px;
    border-inline-start: 3px solid transparent;
  }
  .sign {
    flex: none;
    inline-size: 2ch;
  }
  /* What is copied is the lines themselves. */
  .sign,
  .left-out,
  .line .unseen {
    -webkit-user-select: none;
    user-select: none;
  }
  .line.expected {
    border-color: var(--_good);
    background: color-mix(in oklab, var(--_good) 10%, transparent);
  }
  .line.actual {
    border-color: var(--_bad);
    background: color-mix(in oklab, var(--_bad) 10%, transparent);
  }
  .minus,
  .plus {
    unicode-bidi: plaintext;
  }
  .minus {
    color: var(--_good);
  }
  .plus {
    margin-inline-start: 10px;
    color: var(--_bad);
  }
  mark {
    color: inherit;
    background: color-mix(in oklab, currentColor 22%, transparent);
    border-radius: 2px;
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }
  @media (forced-colors: active) {
    mark {
      outline: 1px solid;
    }
    .line {
      border-color: transparent;
    }
    .line:is(.expected, .actual) {
      border-color: CanvasText;
    }
  }
`;

export const testForms: CSSResult = css`
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 0 14px;
    font-weight: 400;
    color: var(--_muted);
  }
  .form {
    display: grid;
    gap: 10px;
    margin: 2px 10px 10px;
    padding: 12px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_control-radius);
    background: var(--_background);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 10px;
  }
  label {
    display: grid;
    gap: 3px;
    align-content: start;
    min-inline-size: 0;
    color: var(--_muted);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    color: var(--_text);
  }
  .check input {
    flex: none;
    min-block-size: 0;
    inline-size: 16px;
    block-size: 16px;
    accent-color: var(--_accent);
  }
  input[type='text'],
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    color: var(--_text);
    background: var(--_background);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_small-radius);
    font-weight: 400;
  }
  textarea {
    padding: 6px 8px;
    resize: vertical;
  }
  .code {
    direction: ltr;
    font: 400 var(--_code-size) / 1.5 var(--_code-font);
  }
  .faults {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .remove {
    margin-inline-start: auto;
  }
`;
