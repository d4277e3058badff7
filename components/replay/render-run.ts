// The run of a replay at one time, with what it printed.
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { copyPrinted } from '../output/copied-text.js';
import { show } from '../output/render-output.js';
import { endWord } from '../wording/format.js';
import { duration } from '../wording/times.js';
import { speech, t } from '../wording/words.js';
import { printedBy, type ReplayRun } from './replay-runs.js';

export function runShown(run: ReplayRun | undefined, time: number): TemplateResult {
  if (!run) return html`<p>${t('Nothing has run yet.')}</p>`;
  const end = run.end && time >= run.end.time ? run.end : undefined;
  const words = end
    ? t('{state} after {time}', { state: endWord(end.state), time: duration(end.durationMs) })
    : t('running');
  const came = run.output.findLastIndex((piece) => piece.time <= time) + 1;
  return html`<p>${t('Run {run} by {name}', { run: run.run, name: run.name })}: ${words}</p>${came > 0 ? guard([run, came, speech.now], () => html`<div class="printed" @copy=${copyPrinted}>${printed(run, time)}</div>`) : nothing}`;
}

/** As in the room, but without links to lines, since the code may have changed. */
function printed(run: ReplayRun, time: number): unknown {
  return show({ output: printedBy(run, time), fileNames: [], by: run.name, reveal: () => undefined });
}
