// The default layout: a toolbar, then editor and output side by side where there is space, otherwise stacked.
import { type CSSResult, css } from 'lit';

export const layout: CSSResult = css`
  :host {
    display: block;
    block-size: var(--code-room-height, 30rem);
    min-block-size: 14rem;
    min-inline-size: 0;
  }
  .room {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: clip;
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    container: room / inline-size;
    /* The width where nothing around determines it, as in a flex row. */
    contain-intrinsic-inline-size: 40rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_gap) * 0.6) var(--_gap);
    padding: calc(var(--_gap) * 0.8) var(--_gap);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }
  .gap {
    flex: 1;
  }
  slot[name='brief']::slotted(*) {
    flex: none;
    max-block-size: 40%;
    overflow: auto;
    padding: 10px 16px;
    border-block-end: 1px solid var(--_border);
  }
  .workspace {
    flex: 1;
    display: flex;
    min-block-size: 0;
  }
  slot[name='side']::slotted(*) {
    flex: none;
    inline-size: var(--code-room-side, 20rem);
    min-block-size: 0;
    overflow: auto;
    border-inline-start: 1px solid var(--_border);
  }
  @container room (inline-size < 760px) {
    /* The content of the side slot may need the whole width. */
    .main {
      overflow: clip;
    }
    .workspace {
      flex-direction: column;
    }
    slot[name='side']::slotted(*) {
      inline-size: auto;
      block-size: 45%;
      border-inline-start: none;
      border-block-start: 1px solid var(--_border);
    }
  }
  .main {
    --_split: 62;
    --_parting: calc(var(--_split) * 1%) 1px minmax(0, 1fr);
    flex: 1;
    display: grid;
    min-block-size: 0;
    min-inline-size: 0;
    grid-template: var(--_parting) / minmax(0, 1fr);
  }
  @container room (inline-size >= 760px) {
    .main {
      grid-template: minmax(0, 1fr) / var(--_parting);
    }
  }
  .main.beside {
    grid-template: minmax(0, 1fr) / var(--_parting);
  }
  :is(code-room-file, code-room-language):not(:defined) {
    inline-size: 6.5rem;
    block-size: var(--_control);
  }
  code-room-output:not(:defined) {
    background: var(--_surface);
  }
  :host(:is([layout='rows'], [layout='stacked'], [layout='minimal'])) .main {
    grid-template: var(--_parting) / minmax(0, 1fr);
  }
  :host(:is([layout='columns'], [layout='side-by-side'])) .main {
    grid-template: minmax(0, 1fr) / var(--_parting);
  }
  :host([layout^='editor']) .main {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  :host([layout^='editor']) :is(code-room-splitter, code-room-output) {
    display: none;
  }
  :host([layout='minimal']) .bar > :not(code-room-run, code-room-status, .gap, slot) {
    display: none;
  }
  @container room (inline-size < 520px) {
    .bar {
      gap: 6px;
      padding-inline: 8px;
    }
    :host(:not([layout='minimal'])) .gap {
      display: none;
    }
    code-room-file {
      flex: 1;
      min-inline-size: 5.5rem;
    }
    /* A row of their own where they are many. */
    code-room-people {
      flex: 1 1 auto;
    }
  }
`;
