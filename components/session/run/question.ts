/** The question a running program waits with: found in what it has printed, so whoever comes later sees it too. */
import type { CurrentRun } from './run-log.js';

/** Colours and moves of terminals. */
const ESCAPE = /\p{Cc}\[[0-?]*[@-~]|(?!\t)\p{Cc}/gu;

export interface Question {
  run: string;
  /** Counts the questions of a run from 1. */
  prompt: number;
  /** What the program says before it waits, on one line; may be empty. */
  text: string;
}

/** Null when nothing is asked, or it has been answered. */
export function openQuestion(run: CurrentRun | null): Question | null {
  if (run?.state !== 'running') return null;
  const { output } = run;
  const last = output.findLastIndex(({ kind }) => kind === 'prompt');
  if (last < 0 || output.slice(last).some(({ kind }) => kind === 'answer')) return null;
  const prompt = output.filter(({ kind }) => kind === 'prompt').length;
  // Many programs print their question, in one piece or several, and then read a line without one.
  const printed = output.slice(output.findLastIndex(({ kind }, at) => at < last && kind !== 'stdout') + 1, last);
  const said = [...printed, output[last]].map((chunk) => chunk?.text).join('');
  return {
    run: run.id,
    prompt,
    text: said
      .slice(said.lastIndexOf('\n') + 1)
      .replace(ESCAPE, '')
      .trim(),
  };
}
