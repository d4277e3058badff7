// Resets further inherited properties, which few pages set, and which load after the first frame.
import { type CSSResult, css } from 'lit';

export const boundaryRest: CSSResult = css`
  :host {
    font-synthesis: weight style small-caps !important;
    font-palette: normal !important;
    font-language-override: normal !important;
    text-align-last: auto !important;
    text-rendering: auto !important;
    text-orientation: mixed !important;
    text-combine-upright: none !important;
    text-emphasis: none !important;
    text-underline-offset: auto !important;
    text-underline-position: auto !important;
    text-decoration-skip-ink: auto !important;
    -webkit-line-box-contain: block inline replaced !important;
    hanging-punctuation: none !important;
    text-autospace: no-autospace !important;
    text-spacing-trim: normal !important;
    -moz-text-size-adjust: none !important;
    -webkit-text-size-adjust: 100% !important;
    text-size-adjust: 100% !important;
    -webkit-text-stroke: 0 currentcolor !important;
    -webkit-text-security: none !important;
    text-wrap-style: auto !important;
    overflow-wrap: normal !important;
    tab-size: 8 !important;
    caret-color: auto !important;
    caret-shape: auto !important;
    caret-animation: auto !important;
    -webkit-app-region: no-drag !important;
    accent-color: auto !important;
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
