// Design tokens: colours, fonts and measures that a page may set, with their defaults.
import { type CSSResult, css } from 'lit';

/**
 * Light or dark follows the page's `color-scheme`, unless `theme` is set.
 *
 * Each public `--code-room-…` property has a private `--_…` one that the parts use. Private ones are inherited, so they also
 * reach parts in a page's own layout.
 */
export const tokens: CSSResult = css`
  :host {
    --_font: var(--code-room-font, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_code-font: var(
      --code-room-code-font,
      ui-monospace,
      'SF Mono',
      'Cascadia Code',
      'JetBrains Mono',
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace
    );
    --_size: var(--code-room-font-size, 14px);
    --_small: calc(var(--_size) - 1px);
    --_smaller: calc(var(--_size) - 2px);
    --_code-size: var(--code-room-code-font-size, 14px);
    --_leading: var(--code-room-code-line-height, 1.6);
    --_radius: var(--code-room-radius, 12px);
    --_control-radius: var(--code-room-control-radius, 8px);
    --_small-radius: calc(var(--_control-radius) * 0.75);
    --_control: var(--code-room-control-size, 30px);
    --_gap: var(--code-room-gap, 10px);
    --_background: var(--code-room-background, light-dark(#ffffff, #14171c));
    --_surface: var(--code-room-surface, light-dark(#f6f7f9, #1b1f26));
    --_text: var(--code-room-text, light-dark(#1b2027, #e5e8ed));
    --_muted: var(--code-room-muted, light-dark(#596270, #9aa5b4));
    --_border: var(--code-room-border, light-dark(#dfe3e8, #2c333d));
    --_accent: var(--code-room-accent, light-dark(#2452c8, #8fb0ff));
    --_on-accent: var(--code-room-on-accent, light-dark(#ffffff, #0b1533));
    --_run: var(--code-room-run, light-dark(#13734a, #4cc38a));
    --_on-run: var(--code-room-on-run, light-dark(#ffffff, #04170d));
    --_bad: var(--code-room-bad, light-dark(#b3243b, #ff8f9c));
    --_warn: var(--code-room-warn, light-dark(#8a5200, #f0b65c));
    --_good: var(--code-room-good, light-dark(#13734a, #4cc38a));
    /* The border of controls has a contrast of 3:1. */
    --_border-strong: color-mix(in oklab, var(--_text) 52%, var(--_background));
    --_faint: color-mix(in oklab, var(--_muted) 92%, var(--_background));
    --_line: color-mix(in oklab, var(--_text) 4%, transparent);
    --_hover: color-mix(in oklab, var(--_text) 7%, transparent);
    --_selection: color-mix(in oklab, var(--_accent) 26%, transparent);
    --_problem: color-mix(in oklab, var(--_bad) 14%, transparent);
    --_match: color-mix(in oklab, var(--_warn) 24%, transparent);
    --_code-keyword: var(--code-room-code-keyword, light-dark(#8b2390, #cf9dff));
    --_code-string: var(--code-room-code-string, light-dark(#0a6a4a, #8ed6a6));
    --_code-number: var(--code-room-code-number, light-dark(#96460a, #f2b872));
    --_code-comment: var(--code-room-code-comment, light-dark(#68717d, #8a95a4));
    --_code-function: var(--code-room-code-function, light-dark(#0b57b5, #86b7ff));
    --_code-type: var(--code-room-code-type, light-dark(#7a4f00, #e8cf7c));
    --_code-property: var(--code-room-code-property, light-dark(#1a5d7d, #8fd0e2));
    --_code-tag: var(--code-room-code-tag, light-dark(#a02a4b, #ff9db0));
  }
  /* Safari on a phone zooms into fields with a smaller font, and stays there. */
  @media (pointer: coarse) {
    :host {
      --_code-size: max(16px, var(--code-room-code-font-size, 16px));
    }
  }
  /* Whole pixels: browsers round scroll positions, so each line inserted above would shift the text a little. */
  @supports (line-height: round(1em, 1px)) {
    :host {
      --_leading: round(var(--code-room-code-line-height, 1.6) * 1em, 1px);
    }
  }
  :host([density='compact']) {
    --_control: var(--code-room-control-size, 24px);
    --_gap: var(--code-room-gap, 6px);
  }
  :host([density='comfortable']) {
    --_control: var(--code-room-control-size, 38px);
    --_gap: var(--code-room-gap, 14px);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
