// Styles of the colours in a replay: lines below the text, each with a pattern of its own.
import { type CSSResult, css, unsafeCSS } from 'lit';
import { COLORS } from '../../party/shared/colors.js';

/** In the dark, the colours of people are too dark for a thin line. */
const people = COLORS.map(
  (color, index) =>
    `.by-${index} { border-block-end-color: light-dark(${color}, color-mix(in oklab, ${color} 55%, white)); }`,
).join('\n');

export const colorStyles: CSSResult = css`
  [class*='pattern-'],
  [class*='origin-'] {
    border-block-end: 2px solid;
  }
  .pattern-1,
  .origin-pasted {
    border-block-end-style: dashed;
  }
  .pattern-2,
  .origin-at-once {
    border-block-end-style: dotted;
  }
  .pattern-3,
  .origin-private {
    border-block-end: 3px double;
  }
  ${unsafeCSS(people)}
  .origin-typed {
    border-block-end-color: var(--_accent);
  }
  .origin-pasted {
    border-block-end-color: var(--_code-property);
  }
  .origin-at-once {
    border-block-end-color: var(--_code-number);
  }
  .origin-private {
    border-block-end-color: var(--_code-keyword);
  }
  .origin-starter {
    border-block-end: 1px solid var(--_muted);
  }
  .origin-accepted {
    border-block-end: 4px solid var(--_good);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0;
    padding: 6px 14px;
    border-block-end: 1px solid var(--_border);
    font-size: var(--_small);
    list-style: none;
  }
  .legend i {
    margin-inline-end: 4px;
    color: var(--_muted);
    font: 12px/1.4 var(--_code-font);
  }
`;
