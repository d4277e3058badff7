/** The room's one run as this session sees it, and the ticket of whoever carries it out. */

import {
  END_OF_INPUT,
  type Output,
  type OutputKind,
  type RunEnd,
  type RunState,
} from '../../../party/shared/output.js';
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of, RunRecord } from '../../../party/shared/wire/room-message.js';
import { refusal } from '../refusal/session-refusal.js';
import { OutputEvent, RunEvent } from '../sync/events.js';
import { frames, pieces, since } from './output-frames.js';

/** Messages of output a second stay below the room's limit; a person reads no faster. */
const PRINT_MS = 40;
/** What no run takes; numbers on the wire have an end. */
const LONGEST_MS = 2 ** 40;

export interface CurrentRun {
  id: string;
  /** Id of whoever pressed Run, and their name. */
  person: string;
  by: string;
  language: string;
  /** The file that was run, and the version of its text. */
  document: number;
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
  /** Told of each answer that somebody gives to question `prompt`, counted from 1; null is the end of all input. */
  onanswer: ((prompt: number, text: string | null) => void) | null;
}

/** A document, and how far this session knows it. */
interface RunnableFile {
  readonly id: number;
  readonly version: number;
}

interface Waiting {
  request: number;
  resolve(ticket: RunTicket): void;
  reject(error: Error): void;
}

/** Events: `run` (RunEvent), `output` (OutputEvent). */
export class RunLog extends EventTarget {
  #current: CurrentRun | null = null;
  #number = 0;
  #request = 0;
  /** The run somebody here wants to end; said again after a lost connection. */
  #stopWanted = 0;
  /** The number of this session's copies in the room; 0 before it has one. */
  replica = 0;
  #waiting: Waiting | null = null;
  #abort: AbortController | null = null;
  #ticket: RunTicket | null = null;
  #online = false;
  /** This session has caught up once: what it hears from then on is news to it. */
  #here = false;
  /** UTF-16 units of the run's output that it has heard. */
  #heard = 0;
  #unsent: Output[] = [];
  #ending: { state: RunEnd; durationMs: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `entry`: the file that is run when none is named. */
  constructor(
    private readonly send: (message: OutgoingMessage) => void,
    private readonly entry: () => RunnableFile,
  ) {
    super();
  }

  get current(): CurrentRun | null {
    return this.#current;
  }

  get running(): boolean {
    return this.#current?.state === 'running';
  }

  /** Asks the room to run a file as it is in this version. Rejects with a sentence when it does not agree. */
  start(language: string, { id: document, version }: RunnableFile = this.entry()): Promise<RunTicket> {
    if (!this.#online) return Promise.reject(refusal('not-connected'));
    this.#waiting?.reject(refusal('run-replaced'));
    const request = ++this.#request;
    return new Promise((resolve, reject) => {
      this.#waiting = { request, resolve, reject };
      this.send({ type: 'start', request, document, version, language });
    });
  }

  /** Ends the room's run, whoever started it; nothing happens when none is on. */
  stop(): void {
    if (!this.running) return;
    // A run of this page ends at once, connection or not.
    this.#abort?.abort();
    this.#stopWanted = this.#number;
    if (this.#online) this.send({ type: 'stop', run: this.#number });
  }

  /** An answer to the program's `input()`. */
  answer(prompt: number, text: string): void {
    if (!this.running) return;
    // One's own program hears it at once, connection or not.
    if (this.#ticket) this.#answered({ type: 'answer', run: this.#number, prompt, text });
    else this.send({ type: 'answer', run: this.#number, prompt, text });
  }

  receive(message: Of<'started'> | Of<'printed'> | Of<'finished'> | Of<'stop'> | Of<'answer'>): void {
    if (message.type === 'started') this.#started(message);
    else if (message.run !== this.#number) return;
    else if (message.type === 'printed') this.#printed(message);
    else if (message.type === 'finished') this.#finished(message);
    else if (message.type === 'answer') this.#answered(message);
    else this.#abort?.abort();
  }

  #started({ record }: Of<'started'>): void {
    const again = this.#current !== null && this.#number === record.run && this.#abort !== null;
    if (this.#abort && (!again || record.state !== 'running')) this.#endTicket();
    const mine = record.replica === this.replica && (again || this.#waiting?.request === record.request);
    // A room that was begun anew counts from 1 again.
    if (this.#number !== record.run || this.#current?.person !== record.person) this.#heard = 0;
    this.#number = record.run;
    this.#current = toCurrent(record, mine);
    this.#tell();
    if (mine && !again) this.#grant(record);
  }

  #answered({ prompt, text }: Of<'answer'>): void {
    this.#ticket?.onanswer?.(prompt, text === END_OF_INPUT ? null : text);
  }

  #printed({ output }: Of<'printed'>): void {
    if (!this.#current) return;
    const before = lengthOf(this.#current.output);
    this.#current = { ...this.#current, output: [...this.#current.output, ...output] };
    const unheard = since(output, this.#heard - before);
    this.#heard = Math.max(this.#heard, before + lengthOf(output));
    this.dispatchEvent(new OutputEvent(unheard, this.#here));
  }

  #finished({ state, durationMs }: Of<'finished'>): void {
    if (!this.#current) return;
    this.#current = { ...this.#current, state, durationMs };
    this.#endTicket();
    this.#tell();
  }

  refused(request: number, sentence: string): void {
    if (this.#waiting?.request !== request) return;
    this.#waiting.reject(new Error(sentence));
    this.#waiting = null;
  }

  /** Caught up as `replica`: what a run of mine printed meanwhile goes out. */
  online(replica: number): void {
    if (this.replica !== replica) this.#endTicket();
    this.replica = replica;
    this.#online = true;
    this.#here = true;
    if (this.running && this.#stopWanted === this.#number) this.send({ type: 'stop', run: this.#number });
    this.#flush();
  }

  offline(): void {
    this.#online = false;
    this.#waiting?.reject(refusal('connection-lost'));
    this.#waiting = null;
  }

  /** The room is no more, or does not let this session in: nobody will say how its run ended. */
  ended(): void {
    this.#endTicket();
    if (!this.#current || !this.running) return;
    this.#current = { ...this.#current, state: 'interrupted', durationMs: Date.now() - this.#current.startedAt };
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new RunEvent(this.#here));
  }

  #grant({ run, request }: RunRecord): void {
    const abort = new AbortController();
    this.#abort = abort;
    this.#ending = null;
    this.#unsent = [];
    const active = () => this.#abort === abort;
    this.#ticket = {
      onanswer: null,
      id: String(run),
      signal: abort.signal,
      print: (kind, text) => {
        if (active()) this.#print(kind, text);
      },
      finish: (state, durationMs) => {
        if (!active()) return;
        this.#ending = { state, durationMs: Math.min(Math.max(0, Math.round(durationMs) || 0), LONGEST_MS) };
        this.#flush();
      },
    };
    this.#waiting?.resolve(this.#ticket);
    if (this.#waiting?.request === request) this.#waiting = null;
  }

  #print(kind: OutputKind, text: string): void {
    this.#unsent.push(...pieces(kind, text));
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
    this.#ticket = null;
    this.#unsent = [];
    this.#ending = null;
    abort?.abort();
  }
}

function toCurrent(record: RunRecord, mine: boolean): CurrentRun {
  const { run, person, name: by, language, document, version, state, elapsedMs: durationMs } = record;
  return {
    id: String(run),
    person,
    by,
    language,
    document,
    version,
    state,
    startedAt: Date.now() - durationMs,
    durationMs,
    mine,
    output: [],
  };
}

function lengthOf(output: readonly Output[]): number {
  return output.reduce((length, { text }) => length + text.length, 0);
}
