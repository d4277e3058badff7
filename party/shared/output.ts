/** What a run is, for the room, the session and the runner alike: how it stands, what it prints, and which neighbours are one piece. */

/** How a run can stand; its number on the wire is its place in this list. `interrupted`: whoever carried it out went away under it. */
export const RUN_STATES = ['running', 'done', 'failed', 'stopped', 'timed-out', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];
export type RunEnd = Exclude<RunState, 'running'>;

/** What a piece of output is; its number on the wire is its place in this list. */
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
 * Text as the program wrote it, but for a `note`, one sentence of our own without a newline; an `image`, a data URL; a `table`,
 * lines of cells parted by tabs, the first its head; a `file`, `name\tmime\tsize\tbase64`.
 */
export interface Output {
  kind: OutputKind;
  text: string;
}

/** Each piece of these is a thing of its own: never cut, never joined to the next. All else is one text. */
export const WHOLE_KINDS: ReadonlySet<OutputKind> = new Set(['image', 'note', 'table', 'file', 'prompt']);

/** The text of these is not for reading: it says what to show. */
export const ATTACHMENT_KINDS: ReadonlySet<OutputKind> = new Set(['image', 'table', 'file']);

/** An answer that says that there are no more; as a terminal has it. */
export const END_OF_INPUT = '\u0004';

/** Bytes that a piece takes from the limit of a run's output beyond its text: what it takes to send and keep it. */
export const PIECE_BYTES = 4;

/** Whether what is printed next goes on in the last piece: text of one kind does, until the piece has so many UTF-16 units. */
export function goesOn<P extends Output>(
  last: P | undefined,
  next: OutputKind,
  units = Number.POSITIVE_INFINITY,
): last is P {
  return last?.kind === next && !WHOLE_KINDS.has(next) && last.text.length < units;
}

/** Adds to the end: a program that writes letter by letter has no longer list than another. What is in the list may be shared, so it is replaced, not changed. */
export function appendOutput(output: Output[], { kind, text }: Output, units?: number): void {
  const last = output.at(-1);
  if (goesOn(last, kind, units)) output[output.length - 1] = { kind, text: last.text + text };
  else output.push({ kind, text });
}
