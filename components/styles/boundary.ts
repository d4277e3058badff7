// Where the page's style ends: every inherited property that would turn code, output or fields into something else.
import { type CSSResult, css } from 'lit';

/**
 * Rules of a page that hit an element of ours win over plain `:host` rules, and what they set is inherited by all inside;
 * only important ones hold. What the page decides stays: direction, visibility, colour scheme, smoothing of letters, language;
 * font and colour by custom property. tests/browser/boundary.test.ts walks all properties a browser knows.
 */
export const boundary: CSSResult = css`
  :host {
    color: var(--_text) !important;
    font: 400 var(--_size) / 1.4 var(--_font) !important;
    font-synthesis: weight style small-caps !important;
    font-palette: normal !important;
    font-language-override: normal !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-align-last: auto !important;
    text-indent: 0 !important;
    text-transform: none !important;
    text-shadow: none !important;
    text-rendering: auto !important;
    text-orientation: mixed !important;
    text-combine-upright: none !important;
    text-emphasis: none !important;
    text-underline-offset: auto !important;
    text-underline-position: auto !important;
    text-decoration-skip-ink: auto !important;
    text-autospace: no-autospace !important;
    text-spacing-trim: normal !important;
    -moz-text-size-adjust: none !important;
    -webkit-text-size-adjust: 100% !important;
    text-size-adjust: 100% !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-stroke: 0 currentcolor !important;
    -webkit-text-security: none !important;
    white-space: normal !important;
    text-wrap-style: auto !important;
    word-break: normal !important;
    overflow-wrap: normal !important;
    line-break: auto !important;
    -webkit-hyphens: manual !important;
    hyphens: manual !important;
    tab-size: 8 !important;
    writing-mode: horizontal-tb !important;
    cursor: auto !important;
    caret-color: auto !important;
    caret-shape: auto !important;
    caret-animation: auto !important;
    -webkit-app-region: no-drag !important;
    accent-color: auto !important;
    pointer-events: auto !important;
    -webkit-user-select: text !important;
    user-select: text !important;
    -webkit-user-modify: read-only !important;
    list-style: outside !important;
    quotes: auto !important;
    border-collapse: separate !important;
    border-spacing: 0 !important;
    empty-cells: show !important;
    caption-side: top !important;
    image-rendering: auto !important;
    image-orientation: from-image !important;
    forced-color-adjust: auto !important;
    print-color-adjust: economy !important;
    scrollbar-color: auto !important;
    paint-order: normal !important;
    stroke: none !important;
    fill-opacity: 1 !important;
    orphans: 2 !important;
    widows: 2 !important;
  }
`;
