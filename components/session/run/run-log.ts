/** The room's current run as this session sees it, and the ticket with which this session carries out a run. */

import {
  END_OF_INPUT,
  type Output,
  type OutputKind,
  type RunEnd,
  type RunState,
} from '../../../party/shared/output.js';
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of, RunRecord } from '../../../party/shared/wire/room-message.js';
import { rejectWith } from '../refusal/room-refusal.js';
import { refusal } from '../refusal/session-refusal.js';
import { OutputEvent, RunEvent } from '../sync/events.js';
import { frames, pieces, since } from './output-frames.js';

/** Interval of output messages, below the room's rate limit; people read no faster. */
const PRINT_MS = 40;
/** Larger numbers do not fit on the wire. */
const LONGEST_MS = 2 ** 40;

export interface CurrentRun {
  id: string;
  /** Id and name of the person who started it. */
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

/** Given to the session that carries out a run. */
export interface RunTicket {
  readonly id: string;
  /** Aborted when anybody presses Stop, or the room has ended the run. */
  readonly signal: AbortSignal;
  print(kind: OutputKind, text: string): void;
  finish(state: RunEnd, durationMs: number): void;
  /** Called for each answer to prompt number `prompt`, counted from 1; null ends the input. */
  onanswer: ((prompt: number, text: string | null) => void) | null;
}

/** A document and its current version. */
interface RunnableFile {
  readonly id: number;
  readonly version: number;
}

interface PendingStart {
  request: number;
  resolve(ticket: RunTicket): void;
  reject(error: Error): void;
}

type RunMessage = Of<'started' | 'printed' | 'finished' | 'stop' | 'answer'>;

/** Keeps the runs of somebody in private time from the room, and answers in its place. True: the room, or this log, hears nothing of the message. */
export interface PrivateRuns {
  interceptOutgoing(message: OutgoingMessage): boolean;
  interceptIncoming(message: RunMessage): boolean;
}

/** Events: `run` (RunEvent), `output` (OutputEvent), `private-runs` (they are set). */
export class RunLog extends EventTarget {
  #current: CurrentRun | null = null;
  #number = 0;
  #request = 0;
  /** The run that somebody here has stopped; sent again after a reconnect. */
  #stopWanted = 0;
  /** This session's replica number; 0 before it has one. */
  replica = 0;
  #waiting: PendingStart | null = null;
  #abort: AbortController | null = null;
  #ticket: RunTicket | null = null;
  #online = false;
  /** Whether this session has been in sync once: later events are news. */
  #here = false;
  /** UTF-16 units received of the run's output. */
  #heard = 0;
  #unsent: Output[] = [];
  privateRuns: PrivateRuns | null = null;
  #ending: { state: RunEnd; durationMs: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `entry` is the file to run by default. */
  constructor(
    private readonly sendToRoom: (message: OutgoingMessage) => void,
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

  /** Asks the room to run this version of a file. Rejects with a sentence when the room refuses. */
  start(language: string, { id: document, version }: RunnableFile = this.entry()): Promise<RunTicket> {
    if (!this.#online) return Promise.reject(refusal('not-connected'));
    this.#waiting?.reject(refusal('run-replaced'));
    const request = ++this.#request;
    return new Promise((resolve, reject) => {
      this.#waiting = { request, resolve, reject };
      this.send({ type: 'start', request, document, version, language });
    });
  }

  /** Stops the room's run, whoever started it; does nothing when there is none. */
  stop(): void {
    if (!this.running) return;
    // A run of this page stops at once, even offline.
    this.#abort?.abort();
    this.#stopWanted = this.#number;
    if (this.#online) this.send({ type: 'stop', run: this.#number });
  }

  /** Answers the program's `input()`. */
  answer(prompt: number, text: string): void {
    if (!this.running) return;
    // One's own program gets the answer at once, even offline.
    if (this.#ticket) this.#answered({ type: 'answer', run: this.#number, prompt, text });
    else this.send({ type: 'answer', run: this.#number, prompt, text });
  }

  private send(message: OutgoingMessage): void {
    if (!this.privateRuns?.interceptOutgoing(message)) this.sendToRoom(message);
  }

  /** From the room. */
  receive(message: RunMessage): void {
    if (!this.privateRuns?.interceptIncoming(message)) this.apply(message);
  }

  apply(message: RunMessage): void {
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
    // A recreated room numbers its runs from 1 again.
    if (this.#number !== record.run || this.#current?.person !== record.person) this.#heard = 0;
    this.#number = record.run;
    this.#current = toCurrent(record, mine);
    // First: the program begins, then the page shows it.
    if (mine && !again) this.#grant(record);
    this.#changed();
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
    this.#changed();
  }

  refused(request: number, sentence: string): void {
    if (this.#waiting?.request !== request) return;
    rejectWith(this.#waiting.reject, sentence);
    this.#waiting = null;
  }

  /** In sync again as `replica`: sends the output of this session's run since the disconnect. */
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

  /** The room is gone or refuses this session, so the end of its run will never be known. */
  ended(): void {
    this.#endTicket();
    if (!this.#current || !this.running) return;
    this.#current = { ...this.#current, state: 'interrupted', durationMs: Date.now() - this.#current.startedAt };
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new RunEvent(this.#here));
  }

  #grant({ run }: RunRecord): void {
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
    this.#waiting = null;
  }

  #print(kind: OutputKind, text: string): void {
    this.#unsent.push(...pieces(kind, text));
    // The first line is sent at once; further output is batched.
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
