// Where the page's style ends: the inherited properties that would turn code, output or fields into something else.
import { type CSSResult, css } from 'lit';

/**
 * Rules of a page that hit an element of ours win over plain `:host` rules, and what they set is inherited by all inside;
 * only important ones hold. What the page decides stays: direction, visibility, colour scheme, smoothing of letters, language;
 * font and colour by custom property. What pages seldom set is in boundary-rest.ts, which comes after the first frame;
 * tests/browser/boundary.test.ts walks all properties a browser knows.
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
