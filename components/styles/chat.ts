// Styles of the chat's panel: the messages and the field.
import { type CSSResult, css } from 'lit';

export const chat: CSSResult = css`
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
    block-size: min(26rem, 70vh);
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
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li.aside {
    padding: 6px 8px;
    border-radius: var(--_control-radius);
    background: color-mix(in oklab, var(--_accent) 9%, var(--_background));
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
  }
  .words {
    margin: 2px 0 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
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
    margin: 4px 0;
    padding: 6px 8px;
    overflow: auto;
    border-radius: var(--_small-radius);
    background: var(--_hover);
    direction: ltr;
  }
  a {
    color: var(--_accent);
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
  .older {
    margin: 0 0 10px;
  }
  .empty {
    margin: auto;
    color: var(--_muted);
    text-align: center;
  }
  @media (forced-colors: active) {
    .count,
    li.aside {
      border: 1px solid;
    }
  }
`;
