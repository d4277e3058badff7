// Resets inherited properties of the page that would break code, output or fields.
import { type CSSResult, css } from 'lit';

/**
 * A page's rules for our elements win over `:host` rules, and are inherited by everything inside, so these need to be
 * `!important`. Direction, visibility, colour scheme, font smoothing and language stay the page's; font and colours are custom
 * properties. Properties that pages seldom set are in boundary-rest.ts, which loads after the first frame;
 * tests/browser/boundary.test.ts checks all properties a browser knows.
 */
export const boundary: CSSResult = css`
  :host {
    color: var(--_text) !important;
    font: 400 var(--_size) / 1.4 var(--_font) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    text-shadow: none !important;
    -webkit-text-fill-color: currentcolor !important;
    white-space: normal !important;
    word-break: normal !important;
    line-break: auto !important;
    -webkit-hyphens: manual !important;
    hyphens: manual !important;
    writing-mode: horizontal-tb !important;
    cursor: auto !important;
    pointer-events: auto !important;
    -webkit-user-select: text !important;
    user-select: text !important;
  }
`;
