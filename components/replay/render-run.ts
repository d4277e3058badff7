// The run of a replay at one time, with what it printed.
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { duration } from '../../party/shared/format-time.js';
import { copyPrinted } from '../output/copied-text.js';
import { show } from '../output/render-output.js';
import type { ReplayRun } from './replay-runs.js';

export function runShown(run: ReplayRun | undefined, time: number): TemplateResult {
  if (!run) return html`<p>Nothing has run yet.</p>`;
  const end = run.end && time >= run.end.time ? run.end : undefined;
  const words = end ? `${end.state} after ${duration(end.durationMs)}` : 'running';
  return html`<p>Run ${run.run} by ${run.name}: ${words}</p>${end ? guard([run], () => html`<div class="printed" @copy=${copyPrinted}>${printed(run)}</div>`) : nothing}`;
}

/** As in the room, but without links to lines, since the code may have changed. */
function printed({ output, name: by }: ReplayRun): unknown {
  return show({ output, fileNames: [], by, reveal: () => undefined });
}
