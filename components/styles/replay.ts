// Styles of the replay player: people, code beside output, and controls below.
import { type CSSResult, css } from 'lit';

export const replayLayout: CSSResult = css`
  :host {
    display: block;
    block-size: var(--code-room-height, 36rem);
    min-inline-size: 0;
  }
  .player {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: clip;
    container: player / inline-size;
  }
  .people {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0;
    padding: 8px 14px;
    list-style: none;
  }
  .people {
    background: var(--_surface);
    border-block-end: 1px solid var(--_border);
  }
  .people i {
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--_person, var(--_muted));
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 6px 14px;
    border-block-end: 1px solid var(--_border);
  }
  .files button {
    border-color: var(--_border);
    color: var(--_muted);
    font-weight: 500;
  }
  .files button[aria-pressed='true'] {
    border-color: var(--_border-strong);
    color: var(--_text);
    font-weight: 600;
  }
  .files .follow {
    margin-inline-start: auto;
  }
  .writes {
    font-weight: 600;
  }
  small,
  p.note,
  .output p,
  output {
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 400;
  }
  p.note {
    margin: 0;
    padding: 6px 14px;
  }
  .main {
    flex: 1;
    display: grid;
    min-block-size: 0;
    grid-template: minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr);
  }
  /* A timeline is left to right, too. */
  .screen,
  .line {
    direction: ltr;
  }
  .screen {
    min-block-size: 0;
    overflow: hidden;
  }
  .side {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--_surface);
    border-block-start: 1px solid var(--_border);
  }
  .output {
    flex: 1 1 0;
    min-block-size: 0;
    padding: 8px 14px;
    overflow: auto;
    white-space: normal;
  }
  /* Many people have one row: the code needs the height. */
  @container player (inline-size < 520px) {
    .people {
      flex: none;
      flex-wrap: nowrap;
      overflow: auto;
      white-space: nowrap;
    }
    .people li {
      flex: none;
    }
  }
  @container player (inline-size >= 760px) {
    .main {
      grid-template: minmax(0, 1fr) / minmax(0, 62fr) minmax(0, 38fr);
    }
    .side {
      border-block-start: none;
      border-inline-start: 1px solid var(--_border);
    }
  }
  .output p {
    margin: 0 0 6px;
    font-family: var(--_font);
  }
  .printed {
    white-space: pre-wrap;
  }
  .tests {
    margin-block-start: 12px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_border);
    font-family: var(--_font);
    font-size: var(--_small);
  }
  .tests ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .tests li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    padding-block: 3px;
    color: var(--_muted);
  }
  .tests span[dir] {
    color: var(--_text);
    overflow-wrap: anywhere;
  }
  .tests .state {
    margin-inline-start: auto;
  }
  .tests .why {
    flex-basis: 100%;
    padding-inline-start: 20px;
  }
  .tests .passed {
    color: var(--_good);
  }
  .tests :is(.failed, .error, .timed-out) {
    color: var(--_bad);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
    padding: 8px 14px;
    background: var(--_surface);
    border-block-start: 1px solid var(--_border);
  }
  .play {
    min-inline-size: 5rem;
    background: var(--_run);
    color: var(--_on-run);
  }
  input[type='range'] {
    inline-size: 100%;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
  }
  input[type='checkbox'] {
    inline-size: 24px;
    min-block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  output {
    min-inline-size: 7.5rem;
    font-variant-numeric: tabular-nums;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  select {
    border-color: var(--_border-strong);
  }
  option {
    color: var(--_text);
    background: var(--_background);
  }
  .line {
    display: grid;
    flex: 1 1 14rem;
    min-inline-size: 8rem;
  }
  .trouble {
    margin: 0;
    padding: 2rem;
    text-align: center;
  }
  .trouble label {
    flex-wrap: wrap;
    justify-content: center;
  }
`;
