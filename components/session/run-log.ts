/** The room's one run as this session sees it, and the ticket of whoever carries it out. */
import type { OutgoingMessage } from '../../party/shared/client-message.js';
import {
  MAIN_DOCUMENT,
  type Output,
  type OutputKind,
  type RunEnd,
  type RunState,
} from '../../party/shared/protocol.js';
import type { RoomMessage, RunRecord } from '../../party/shared/room-message.js';
import { OutputEvent } from './events.js';

/** Messages of output a second stay below the room's limit; a person reads no faster. */
const PRINT_MS = 40;
/** UTF-16 units of output in one message: three bytes each at most. */
const PRINT_UNITS = 16_000;

type Of<T extends RoomMessage['type']> = Extract<RoomMessage, { type: T }>;

export interface CurrentRun {
  id: string;
  /** Name of whoever pressed Run. */
  by: string;
  language: string;
  /** Version of the text that was run. */
  version: number;
  state: RunState;
  /** Milliseconds since 1970, by this machine's clock. */
  startedAt: number;
  durationMs: number;
  /** This session carries it out. */
  mine: boolean;
  output: readonly Output[];
}

/** The right and the duty to carry a run out. */
export interface RunTicket {
  readonly id: string;
  /** Aborted when anybody presses Stop, or the room has ended the run. */
  readonly signal: AbortSignal;
  print(kind: OutputKind, text: string): void;
  finish(state: RunEnd, durationMs: number): void;
}

interface Waiting {
  request: number;
  resolve(ticket: RunTicket): void;
  reject(error: Error): void;
}

/** Events: `run` (another run, or its state), `output` (OutputEvent). */
export class RunLog extends EventTarget {
  #current: CurrentRun | null = null;
  #number = 0;
  #request = 0;
  #replica = 0;
  #waiting: Waiting | null = null;
  #abort: AbortController | null = null;
  #online = false;
  #unsent: Output[] = [];
  #ending: { state: RunEnd; durationMs: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly send: (message: OutgoingMessage) => void,
    private readonly version: () => number,
  ) {
    super();
  }

  get current(): CurrentRun | null {
    return this.#current;
  }

  get running(): boolean {
    return this.#current?.state === 'running';
  }

  /** Asks the room to run the file. Rejects with a sentence when it does not agree. */
  start(language: string): Promise<RunTicket> {
    if (!this.#online) return Promise.reject(new Error('The room is not connected. Try again when it is.'));
    this.#waiting?.reject(new Error('Another run was asked for.'));
    const request = ++this.#request;
    return new Promise((resolve, reject) => {
      this.#waiting = { request, resolve, reject };
      this.send({ type: 'start', request, document: MAIN_DOCUMENT, version: this.version(), language });
    });
  }

  /** Ends the room's run, whoever started it; nothing happens when none is on. */
  stop(): void {
    if (this.running) this.send({ type: 'stop', run: this.#number });
  }

  /** An answer to the program's `input()`. */
  answer(prompt: number, text: string): void {
    if (this.running) this.send({ type: 'answer', run: this.#number, prompt, text });
  }

  receive(message: Of<'started'> | Of<'printed'> | Of<'finished'> | Of<'stop'>): void {
    if (message.type === 'started') this.#started(message);
    else if (message.run !== this.#number) return;
    else if (message.type === 'printed') this.#printed(message);
    else if (message.type === 'finished') this.#finished(message);
    else this.#abort?.abort();
  }

  #started({ record }: Of<'started'>): void {
    const again = this.#current !== null && this.#number === record.run && this.#abort !== null;
    if (this.#abort && (!again || record.state !== 'running')) this.#endTicket();
    const mine = record.replica === this.#replica && (again || this.#waiting?.request === record.request);
    this.#number = record.run;
    this.#current = toCurrent(record, mine);
    this.dispatchEvent(new Event('run'));
    if (mine && !again) this.#grant(record);
  }

  #printed({ output }: Of<'printed'>): void {
    if (!this.#current) return;
    this.#current = { ...this.#current, output: [...this.#current.output, ...output] };
    this.dispatchEvent(new OutputEvent(output));
  }

  #finished({ state, durationMs }: Of<'finished'>): void {
    if (!this.#current) return;
    this.#current = { ...this.#current, state, durationMs };
    this.#endTicket();
    this.dispatchEvent(new Event('run'));
  }

  refused(request: number, sentence: string): void {
    if (this.#waiting?.request !== request) return;
    this.#waiting.reject(new Error(sentence));
    this.#waiting = null;
  }

  /** Caught up as `replica`: what a run of mine printed meanwhile goes out. */
  online(replica: number): void {
    if (this.#replica !== replica) this.#endTicket();
    this.#replica = replica;
    this.#online = true;
    this.#flush();
  }

  offline(): void {
    this.#online = false;
    this.#waiting?.reject(new Error('The connection was lost. Try again when it is back.'));
    this.#waiting = null;
  }

  #grant({ run, request }: RunRecord): void {
    const abort = new AbortController();
    this.#abort = abort;
    this.#ending = null;
    this.#unsent = [];
    const active = () => this.#abort === abort;
    this.#waiting?.resolve({
      id: String(run),
      signal: abort.signal,
      print: (kind, text) => {
        if (active()) this.#print(kind, text);
      },
      finish: (state, durationMs) => {
        if (!active()) return;
        this.#ending = { state, durationMs: Math.max(0, Math.round(durationMs)) };
        this.#flush();
      },
    });
    if (this.#waiting?.request === request) this.#waiting = null;
  }

  #print(kind: OutputKind, text: string): void {
    for (const piece of pieces(text)) this.#unsent.push({ kind, text: piece });
    // The first line leaves at once; a flood is gathered.
    if (this.#timer === null) this.#flush();
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#online || (this.#unsent.length === 0 && !this.#ending)) return;
    for (const output of frames(this.#unsent)) this.send({ type: 'print', run: this.#number, output });
    this.#unsent = [];
    if (this.#ending) return this.send({ type: 'finish', run: this.#number, ...this.#ending });
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#flush();
    }, PRINT_MS);
  }

  #endTicket(): void {
    const abort = this.#abort;
    this.#abort = null;
    this.#unsent = [];
    this.#ending = null;
    abort?.abort();
  }
}

function toCurrent(record: RunRecord, mine: boolean): CurrentRun {
  const { run, name: by, language, version, state, elapsedMs: durationMs } = record;
  return {
    id: String(run),
    by,
    language,
    version,
    state,
    startedAt: Date.now() - durationMs,
    durationMs,
    mine,
    output: [],
  };
}

/** Cuts a long text between characters. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PRINT_UNITS, text.length);
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    yield text.slice(at, end);
    at = end;
  }
}

/** Joins pieces of one kind and packs them into messages that are not too large. */
function frames(output: readonly Output[]): Output[][] {
  const all: Output[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const { kind, text } of output) {
    if (size + text.length > PRINT_UNITS) {
      all.push([]);
      size = 0;
    }
    const frame = all[all.length - 1] as Output[];
    const last = frame.at(-1);
    if (last?.kind === kind) last.text += text;
    else frame.push({ kind, text });
    size += text.length;
  }
  return all;
}
