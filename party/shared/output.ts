/** Runs for room, session and runner alike: their states, the kinds of output, and which pieces of output are joined. */

/** States of a run; the number on the wire is the index in this list. `interrupted`: the page that carried it out disappeared. */
export const RUN_STATES = ['running', 'done', 'failed', 'stopped', 'timed-out', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];
export type RunEnd = Exclude<RunState, 'running'>;

/** Kinds of output; the number on the wire is the index in this list. */
export const OUTPUT_KINDS = [
  'stdout',
  'stderr',
  'result',
  'prompt',
  'answer',
  'image',
  'note',
  'table',
  'file',
] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/**
 * Text as the program wrote it. For a `note`: one sentence of ours without a newline; an `image`: a data URL; a `table`: lines of
 * cells separated by tabs, the first line its head; a `file`: `name\tmime\tsize\tbase64`.
 */
export interface Output {
  kind: OutputKind;
  text: string;
}

/** Pieces of these kinds are never cut or joined. All other output is one text. */
export const WHOLE_KINDS: ReadonlySet<OutputKind> = new Set(['image', 'note', 'table', 'file', 'prompt']);

/** The text of these kinds is data, not text to read. */
export const ATTACHMENT_KINDS: ReadonlySet<OutputKind> = new Set(['image', 'table', 'file']);

/** The answer that ends the input, as in a terminal. */
export const END_OF_INPUT = '\u0004';

/** Bytes that each piece counts beyond its text: what sending and storing it costs. */
export const PIECE_BYTES = 4;

/** Whether new output is joined to the last piece: text of the same kind is, until the piece has so many UTF-16 units. */
export function goesOn<P extends Output>(
  last: P | undefined,
  next: OutputKind,
  units = Number.POSITIVE_INFINITY,
): last is P {
  return last?.kind === next && !WHOLE_KINDS.has(next) && last.text.length < units;
}

/** Appends output, joined to the last piece where possible, so that a program that writes character by character gives no longer list. Pieces may be shared, so the last one is replaced, not mutated. */
export function appendOutput(output: Output[], { kind, text }: Output, units?: number): void {
  const last = output.at(-1);
  if (goesOn(last, kind, units)) output[output.length - 1] = { kind, text: last.text + text };
  else output.push({ kind, text });
}
