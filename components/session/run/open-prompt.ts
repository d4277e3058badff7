/** The open input prompt of a run: derived from its output, so that people who join later see it, too. */
import type { CurrentRun } from './run-log.js';

/** Terminal escape sequences and control characters. */
const ESCAPE = /\p{Cc}\[[0-?]*[@-~]|(?!\t)\p{Cc}/gu;

export interface OpenPrompt {
  run: string;
  /** Numbers the prompts of a run from 1. */
  prompt: number;
  /** The prompt's text on one line; may be empty. */
  text: string;
}

/** Null when there is no prompt, or it has been answered. */
export function openPrompt(run: CurrentRun | null): OpenPrompt | null {
  if (run?.state !== 'running') return null;
  const { output } = run;
  const last = output.findLastIndex(({ kind }) => kind === 'prompt');
  if (last < 0 || output.slice(last).some(({ kind }) => kind === 'answer')) return null;
  const prompt = output.filter(({ kind }) => kind === 'prompt').length;
  // Many programs print their prompt, in one or more pieces, and then read a line without a prompt.
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
