// What pages may set beside the tokens of the first load, and the look for who wants more contrast; loaded after the first frame.
import { type CSSResult, css, unsafeCSS } from 'lit';

/** Without light tints: what is text is black or white, and every line can be seen. */
const contrast = unsafeCSS(`
    --_background: var(--code-room-background, light-dark(#ffffff, #000000));
    --_surface: var(--code-room-surface, light-dark(#ffffff, #000000));
    --_text: var(--code-room-text, light-dark(#000000, #ffffff));
    --_muted: var(--code-room-muted, light-dark(#2b2b2b, #e0e0e0));
    --_border: var(--code-room-border, light-dark(#555555, #b0b0b0));
    --_border-strong: var(--code-room-border-strong, light-dark(#000000, #ffffff));
    --_faint: var(--code-room-faint, light-dark(#3d3d3d, #d0d0d0));
    --_accent: var(--code-room-accent, light-dark(#0037b8, #a9c8ff));
    --_on-accent: var(--code-room-on-accent, light-dark(#ffffff, #000000));
    --_run: var(--code-room-run, light-dark(#00522f, #7df0b4));
    --_on-run: var(--code-room-on-run, light-dark(#ffffff, #000000));
    --_bad: var(--code-room-bad, light-dark(#8c0018, #ffb3bb));
    --_warn: var(--code-room-warn, light-dark(#5c3600, #ffd27a));
    --_good: var(--code-room-good, light-dark(#00522f, #7df0b4));
    --_code-keyword: var(--code-room-code-keyword, light-dark(#67006d, #e6c2ff));
    --_code-string: var(--code-room-code-string, light-dark(#004a31, #b5f2c6));
    --_code-number: var(--code-room-code-number, light-dark(#6b2c00, #ffd09c));
    --_code-comment: var(--code-room-code-comment, light-dark(#404040, #cccccc));
    --_code-function: var(--code-room-code-function, light-dark(#003c85, #b8d6ff));
    --_code-type: var(--code-room-code-type, light-dark(#523500, #ffe9a3));
    --_code-property: var(--code-room-code-property, light-dark(#003f59, #b3e9f7));
    --_code-tag: var(--code-room-code-tag, light-dark(#7a0f2f, #ffc2ce));
`);

export const theming: CSSResult = css`
  :host {
    --_border-strong: var(--code-room-border-strong, color-mix(in oklab, var(--_text) 52%, var(--_background)));
    --_faint: var(--code-room-faint, color-mix(in oklab, var(--_muted) 92%, var(--_background)));
    --_line: var(--code-room-line, color-mix(in oklab, var(--_text) 4%, transparent));
    --_hover: var(--code-room-hover, color-mix(in oklab, var(--_text) 7%, transparent));
    --_selection: var(--code-room-selection, color-mix(in oklab, var(--_accent) 26%, transparent));
    --_problem: var(--code-room-problem, color-mix(in oklab, var(--_bad) 14%, transparent));
    --_match: var(--code-room-match, color-mix(in oklab, var(--_warn) 24%, transparent));
    --_shadow: var(--code-room-shadow, 0 6px 24px rgb(0 0 0 / 18%));
  }
  :host([theme='contrast']) {
    ${contrast}
  }
  @media (prefers-contrast: more) {
    :host {
      ${contrast}
    }
  }
`;
