// A panel that opens below its button in the toolbar, and takes the lower part of a narrow room; there the button has a sign in place of words.
import { type CSSResult, css } from 'lit';

export const panel: CSSResult = css`
  :host {
    position: relative;
    display: inline-block;
  }
  .open {
    border-color: var(--_border);
    color: var(--_text);
    background: var(--_background);
    font-weight: 500;
  }
  .icon {
    display: none;
    inline-size: 16px;
    block-size: 16px;
  }
  .open:hover {
    background: var(--_hover);
  }
  .panel {
    position: absolute;
    z-index: 170;
    inset-block-start: calc(100% + 6px + var(--_below, 0px));
    inset-inline-end: 0;
    display: flex;
    flex-direction: column;
    gap: 8px;
    inline-size: 22rem;
    max-block-size: 70vh;
    padding: 12px;
    overflow: auto;
    /* Names and files may be one long word. */
    overflow-wrap: anywhere;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_control-radius);
    color: var(--_text);
    background: var(--_background);
    box-shadow: var(--_shadow);
  }
  h2 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .row > .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .panel button,
  .panel input,
  .panel select,
  .panel textarea {
    border: 1px solid var(--_border-strong);
  }
  .panel select {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .panel button.main {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .panel .close {
    margin-inline-start: auto;
    border-color: transparent;
  }
  .quiet {
    color: var(--_muted);
    font-size: var(--_smaller);
  }
  .fault {
    margin: 0;
    color: var(--_bad);
    font-size: var(--_small);
  }
  @container room (inline-size < 520px) {
    .open {
      min-inline-size: 36px;
      padding-inline: 8px;
    }
    .icon {
      display: block;
    }
    .label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @container room (inline-size < 760px) {
    .panel {
      position: fixed;
      inset: auto 8px 8px;
      inline-size: auto;
    }
  }
`;
