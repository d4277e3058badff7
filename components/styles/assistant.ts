// Styles of the assistant's panel: the talk, and proposals with their lines.
import { type CSSResult, css } from 'lit';

export const assistant: CSSResult = css`
  .count {
    min-inline-size: 18px;
    padding: 0 5px;
    border-radius: var(--_control-radius);
    color: var(--_on-accent);
    background: var(--_accent);
    font-size: var(--_smaller);
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }
  .panel {
    block-size: min(34rem, 70vh);
  }
  @container room (inline-size >= 760px) {
    .panel {
      inline-size: 28rem;
    }
  }
  .log {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 6px;
  }
  .words {
    margin: 2px 0 6px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  .propose {
    max-inline-size: 100%;
    padding-block: 3px;
    text-align: start;
    white-space: normal;
  }
  .answer {
    margin-block-start: 6px;
    padding: 6px 8px;
    border-radius: var(--_control-radius);
    background: color-mix(in oklab, var(--_accent) 9%, var(--_background));
  }
  .proposal {
    padding: 8px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_control-radius);
  }
  code,
  pre {
    font-family: var(--_code-font);
    font-size: 0.92em;
  }
  code {
    direction: ltr;
    unicode-bidi: isolate;
    padding: 1px 4px;
    border-radius: var(--_small-radius);
    background: var(--_hover);
  }
  pre {
    max-block-size: 16rem;
    margin: 4px 0;
    padding: 6px 8px;
    overflow: auto;
    border-radius: var(--_small-radius);
    background: var(--_hover);
    direction: ltr;
  }
  .lines {
    padding-inline: 0;
    background: var(--_surface);
  }
  .line {
    display: flex;
    min-inline-size: max-content;
    padding-inline: 4px 8px;
    border-inline-start: 3px solid transparent;
    white-space: pre;
  }
  .where {
    color: var(--_muted);
  }
  .sign {
    flex: none;
    inline-size: 2ch;
  }
  /* What is copied is the lines themselves. */
  .sign,
  .where,
  .line .unseen {
    -webkit-user-select: none;
    user-select: none;
  }
  .line.plus {
    border-color: var(--_good);
    background: color-mix(in oklab, var(--_good) 12%, transparent);
  }
  .line.minus {
    border-color: var(--_bad);
    background: color-mix(in oklab, var(--_bad) 10%, transparent);
  }
  .became {
    margin: 4px 0 0;
    font-size: var(--_small);
  }
  .rule,
  .empty {
    margin: 0;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .empty {
    margin: auto;
    text-align: center;
  }
  form {
    display: grid;
    gap: 8px;
  }
  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 3.4em;
    padding: 6px 10px;
    border-radius: var(--_control-radius);
    color: inherit;
    background: transparent;
    font: inherit;
    resize: none;
  }
  @media (forced-colors: active) {
    .count,
    .answer {
      border: 1px solid;
    }
  }
`;
