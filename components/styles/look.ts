// How a program's own looks are shown: bold and the like, the sixteen colours in those of the theme, and its warnings.
import { type CSSResult, css } from 'lit';

export const lookStyles: CSSResult = css`
  .warning {
    display: block;
    color: var(--_warn);
    border-inline-start: 3px solid var(--_warn);
    padding-inline-start: 8px;
  }
  .bold {
    font-weight: 700;
  }
  .dim {
    opacity: 0.75;
  }
  .italic {
    font-style: italic;
  }
  .underline {
    text-decoration: underline;
  }
  .strike {
    text-decoration: line-through;
  }
  .underline.strike {
    text-decoration: underline line-through;
  }
  .reverse {
    color: var(--_surface);
    background: var(--_text);
  }
  .ansi-1,
  .ansi-9 {
    color: var(--_bad);
  }
  .ansi-2,
  .ansi-10 {
    color: var(--_good);
  }
  .ansi-3,
  .ansi-11 {
    color: var(--_warn);
  }
  .ansi-4,
  .ansi-12 {
    color: var(--_code-function);
  }
  .ansi-5,
  .ansi-13 {
    color: var(--_code-keyword);
  }
  .ansi-6,
  .ansi-14 {
    color: var(--_code-property);
  }
  .ansi-0,
  .ansi-7,
  .ansi-8 {
    color: var(--_muted);
  }
`;
