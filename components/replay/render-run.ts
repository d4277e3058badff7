// The run of a replay at one time, with what it printed.
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { copyPrinted } from '../output/copied-text.js';
import { show } from '../output/render-output.js';
import { endWord } from '../wording/format.js';
import { duration } from '../wording/times.js';
import { speech, t } from '../wording/words.js';
import type { ReplayRun } from './replay-runs.js';

export function runShown(run: ReplayRun | undefined, time: number): TemplateResult {
  if (!run) return html`<p>${t('Nothing has run yet.')}</p>`;
  const end = run.end && time >= run.end.time ? run.end : undefined;
  const words = end
    ? t('{state} after {time}', { state: endWord(end.state), time: duration(end.durationMs) })
    : t('running');
  return html`<p>${t('Run {run} by {name}', { run: run.run, name: run.name })}: ${words}</p>${end ? guard([run, speech.now], () => html`<div class="printed" @copy=${copyPrinted}>${printed(run)}</div>`) : nothing}`;
}

/** As in the room, but without links to lines, since the code may have changed. */
function printed({ output, name: by }: ReplayRun): unknown {
  return show({ output, fileNames: [], by, reveal: () => undefined });
}
