// The icon of a test's state.
import { html, type TemplateResult } from 'lit';
import type { ShownTestState } from './test-states.js';

/** The shapes differ, because not everybody can see the colours. */
const SHAPES: Readonly<Record<ShownTestState, string>> = {
  'not-run': 'M6 1.1a4.9 4.9 0 1 0 0 9.8 4.9 4.9 0 0 0 0-9.8zm0 1.4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  waiting:
    'M2 4.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4zM6 4.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4zM10 4.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z',
  running: 'M2.5 1v10l8-5z',
  passed: 'M4.5 10.2 0.8 6.5l1.4-1.4 2.3 2.3 5.3-5.3 1.4 1.4z',
  failed: 'M2.2.8 6 4.6 9.8.8l1.4 1.4L7.4 6l3.8 3.8-1.4 1.4L6 7.4l-3.8 3.8L.8 9.8 4.6 6 .8 2.2z',
  error: 'M5 1h2v6.5H5zM5 9h2v2H5z',
  'timed-out': 'M6 .8A5.2 5.2 0 1 1 6 11.2 5.2 5.2 0 0 1 6 .8zM5.2 2.6v3.8l2.9 1.9.9-1.3-2.2-1.4v-3z',
  skipped: 'M1.5 5.2h9v1.6h-9z',
  interrupted: 'M2.5 1.5h2.4v9H2.5zM7.1 1.5h2.4v9H7.1z',
};

export function stateIcon(state: ShownTestState): TemplateResult {
  return icon(SHAPES[state]);
}

/** An icon from its path. */
export function icon(shape: string): TemplateResult {
  return html`<svg viewBox="0 0 12 12" aria-hidden="true"><path fill-rule="evenodd" d=${shape} /></svg>`;
}
