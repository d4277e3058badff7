// Reads a replay file, whoever made it: what is broken ends in a sentence, and a long file of lines never blocks the page.

import { ChangeSet } from '@codemirror/state';
import { isCount, parseJson } from '../../party/shared/json.js';
import type { Replay } from '../../party/shared/replay.js';
import { REPLAY_LIMITS, type ReplayHeader } from '../../party/shared/replay-file.js';
import { replayLines } from '../../party/shared/replay-lines.js';
import { LATEST, sleep } from '../../party/shared/time.js';
import { laterText } from '../wording/later-text.js';
import type { Edit } from './replay-document.js';
import { isHeader, isNewer, isTooLarge } from './replay-header.js';

/** Milliseconds of reading without a pause. */
const UNBROKEN_MS = 25;
const MB = 1_000_000;
/** In a file of lines the room is its id. */
const WHOLE = /^\s*\{\s*"format"\s*:\s*"code-room-replay"\s*,\s*"version"\s*:\s*1\s*,\s*"room"\s*:\s*\{/;

/** Why a file cannot be played; `sentence` says it to people, in the language that is spoken when it is shown. */
export class ReplayFault extends Error {
  override name = 'ReplayFault';
  constructor(readonly sentence: () => string) {
    super(sentence());
  }
}

/** Says why, of whatever was thrown. */
export function faultIn(error: unknown): () => string {
  return error instanceof ReplayFault ? error.sentence : () => laterText('replay-damaged');
}

/** `time`: milliseconds since the start. */
export interface ReplayEntry {
  readonly time: number;
  readonly kind: string;
  readonly data: unknown;
}

/** What stands in a file: the edits of each text, and all other events. */
export interface ReplayContent {
  readonly header: ReplayHeader;
  /** In the order of the header's `files`. */
  readonly edits: readonly (readonly Edit[])[];
  readonly events: readonly ReplayEntry[];
  readonly duration: number;
  /** When something happened, in order, each time once; 0 is the first. */
  readonly times: readonly number[];
}

/** Of what `GET …/replay` answers as JSON, or of the text of a file in either form. Rejects with ReplayFault. */
export async function readReplay(source: Replay | string): Promise<ReplayContent> {
  const whole = typeof source === 'string' ? wholeReplay(source) : source;
  const reader = new ReplayReader();
  const lines = whole ? replayLines(whole, true) : linesIn(source as string);
  let began = performance.now();
  try {
    for (const line of lines) {
      reader.read(line);
      if (performance.now() - began < UNBROKEN_MS) continue;
      await sleep(0);
      began = performance.now();
    }
  } catch (error) {
    if (error instanceof ReplayFault) throw error;
    throw new ReplayFault(() => laterText('replay-damaged'));
  }
  return reader.content();
}

/** Rejects with ReplayFault when it is too large. */
export async function textOfReplay(blob: Blob): Promise<string> {
  if (blob.size > REPLAY_LIMITS.bytes) throw tooLarge();
  return blob.text();
}

/** Rejects with ReplayFault when it cannot be fetched to its end, or never ends. */
export async function fetchReplay(address: string, signal: AbortSignal): Promise<string> {
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return await textOfAnswer(answer);
  } catch (error) {
    throw error instanceof ReplayFault ? error : new ReplayFault(() => laterText('replay-unreachable'));
  }
}

async function textOfAnswer({ body }: Response): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    pieces.push(piece.value);
    bytes += piece.value.length;
    if (bytes <= REPLAY_LIMITS.bytes) continue;
    await reader?.cancel();
    throw tooLarge();
  }
  return new Blob(pieces).text();
}

function tooLarge(): ReplayFault {
  return new ReplayFault(() => laterText('replay-too-large', { size: Math.round(REPLAY_LIMITS.bytes / MB) }));
}

function tooMuch(): ReplayFault {
  return new ReplayFault(() => laterText('replay-too-much'));
}

/** What `GET …/replay` answers as JSON; null for a file of lines. */
function wholeReplay(text: string): Replay | null {
  if (!WHOLE.test(text.slice(0, 500))) return null;
  try {
    return JSON.parse(text) as Replay;
  } catch {
    throw new ReplayFault(() => laterText('replay-damaged'));
  }
}

function* linesIn(text: string): Generator<string> {
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    yield text.slice(at, end < 0 ? text.length : end + 1);
    at = end < 0 ? text.length : end + 1;
  }
}

class ReplayReader {
  #header: ReplayHeader | undefined;
  #edits: Edit[][] = [];
  /** The length of each text by now. */
  #lengths: number[] = [];
  readonly #events: ReplayEntry[] = [];
  readonly #times = [0];
  #lines = 0;
  #time = 0;
  /** Of these times, each has a time of day. */
  #latest = 0;

  /** A line without LF is the last one; when the download broke off in it, it is left out. */
  read(line: string): void {
    this.#lines++;
    if (this.#lines > REPLAY_LIMITS.lines || line.length > REPLAY_LIMITS.lineLength) throw tooMuch();
    if (line.trim() === '') return;
    const value = parsed(line);
    if (value === undefined && !line.endsWith('\n') && this.#header) return;
    if (this.#header) this.#event(value);
    else this.#begin(value);
  }

  content(): ReplayContent {
    if (!this.#header) throw new ReplayFault(() => laterText('replay-none'));
    return { header: this.#header, edits: this.#edits, events: this.#events, duration: this.#time, times: this.#times };
  }

  #begin(value: unknown): void {
    if (isNewer(value)) throw new ReplayFault(() => laterText('replay-newer'));
    if (!isHeader(value)) throw new ReplayFault(() => laterText('replay-none'));
    if (isTooLarge(value)) throw tooMuch();
    this.#header = value;
    this.#latest = Math.min(Number.MAX_SAFE_INTEGER, LATEST - Date.parse(value.startedAt));
    this.#edits = value.files.map(() => []);
    this.#lengths = value.files.map(() => 0);
  }

  #event(value: unknown): void {
    if (!Array.isArray(value)) throw this.#damaged();
    const [time, kind, data] = value as unknown[];
    if (typeof time !== 'number' || !(time >= this.#time) || time > this.#latest) throw this.#damaged();
    if (typeof kind !== 'string') throw this.#damaged();
    if (time > this.#time) this.#times.push(time);
    this.#time = time;
    if (kind === 'edit') this.#edit(time, data);
    else this.#events.push({ time, kind, data });
  }

  #edit(time: number, data: unknown): void {
    if (!Array.isArray(data)) throw this.#damaged();
    const [file, person, ...places] = data as unknown[];
    const { people = [] } = this.#header ?? {};
    if (!isCount(file) || !(person === null || (isCount(person) && person < people.length))) throw this.#damaged();
    const [edits, length] = [this.#edits[file], this.#lengths[file]];
    if (!edits || length === undefined || places.length > 3 * REPLAY_LIMITS.places) throw this.#damaged();
    const change = changeOf(places, length);
    if (!change) throw this.#damaged();
    if (change.newLength > REPLAY_LIMITS.textLength) throw tooMuch();
    this.#lengths[file] = change.newLength;
    edits.push({ time, person, change, places: places.length / 3 });
  }

  #damaged(): ReplayFault {
    return new ReplayFault(() => laterText('replay-damaged-line', { line: this.#lines }));
  }
}

/** Undefined when it is not JSON, or too deep to be of use. */
function parsed(line: string): unknown {
  if (depthOf(line) > REPLAY_LIMITS.depth) return undefined;
  return parseJson(line);
}

function depthOf(line: string): number {
  // Each level takes two characters.
  if (line.length <= 2 * REPLAY_LIMITS.depth) return 0;
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '"') quoted = !quoted;
    else if (quoted && character === '\\') at++;
    else if (!quoted && (character === '[' || character === '{')) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (character === ']' || character === '}')) depth--;
  }
  return deepest;
}

/** As `ChangeSet.toJSON` has it: the length of a kept part, or `[deleted, ...inserted lines]`. */
type Section = number | [number, ...string[]];

/** Null when the places are not in order, or not in a text of this length. */
function changeOf(places: readonly unknown[], length: number): ChangeSet | null {
  const sections: Section[] = [];
  let at = 0;
  for (let index = 0; index < places.length; index += 3) {
    const [from, deleted, inserted] = places.slice(index, index + 3);
    if (!isCount(from) || !isCount(deleted) || typeof inserted !== 'string' || inserted.includes('\r')) return null;
    if (from < at || from + deleted > length || (deleted === 0 && inserted === '')) return null;
    if (from > at) sections.push(from - at);
    sections.push(inserted === '' ? [deleted] : [deleted, ...inserted.split('\n')]);
    at = from + deleted;
  }
  if (at < length) sections.push(length - at);
  return ChangeSet.fromJSON(sections);
}
