/** Everything a session says to its room: one union, its encoder and its decoder. PROTOCOL.md, "From the session". */
import type { ChangeSet } from '@codemirror/state';
import { OUTPUT_KINDS, type Output, RUN_STATES, type RunEnd } from '../protocol.js';
import { readChange, readPlaces, type WirePlace, writeChange } from './change.js';
import { FrameError, Reader, Writer } from './codec.js';
import { DECISIONS, type Decision, readDecision, writeDecision } from './decision.js';

/** How far a session had come in one document, and in which start of the room it was told so. */
export interface Position {
  document: number;
  version: number;
  start: number;
}

/** What a session knows of the room's history: the room answers with what is missing. */
export interface Bookmark {
  /** 16 hex digits. */
  epoch: string;
  positions: Position[];
}

/** A change still in wire form: reading it takes the length of the text it was made on, which only the room knows. Both throw FrameError. */
export interface WireChange {
  places(): Iterable<WirePlace>;
  read(length: number): ChangeSet;
}

/** First frame of every connection. `token` empty: an open room, where `personKey` makes the person. `resume` empty: a new replica. */
export interface Hello {
  type: 'hello';
  version: number;
  token: string;
  name: string;
  personKey: string;
  resume: Uint8Array;
  bookmark: Bookmark | null;
}

export type ClientMessage =
  | Hello
  /** An edit made on version `base`; sequences count up by one per replica and document. */
  | { type: 'submit'; document: number; base: number; sequence: number; change: WireChange }
  /** As submit; more parts of the same edit follow. */
  | { type: 'part'; document: number; base: number; sequence: number; change: WireChange }
  /** Where my cursor is, in positions of `version`. */
  | { type: 'point'; document: number; version: number; anchor: number; head: number }
  /** A session at rest compares its text with the room's. */
  | { type: 'check'; document: number; version: number; hash: number }
  /** Starter code for a room that has none; `more` frames follow. Ignored by a room that has been written in. */
  | { type: 'seed'; document: number; language: string; text: string; more: boolean }
  /** The file's name and language, for everybody; one that is empty stays as it is. */
  | { type: 'describe'; document: number; name: string; language: string }
  | { type: 'rename'; name: string }
  /** A fresh token for the same person, before the old one expires. */
  | { type: 'refresh'; token: string }
  /** Asks to run; the room answers `started` or `refused` with the same request number. */
  | { type: 'start'; request: number; document: number; version: number; language: string }
  /** What the run I carry out has printed. */
  | { type: 'print'; run: number; output: Output[] }
  /** The run I carry out is over. */
  | { type: 'finish'; run: number; state: RunEnd; durationMs: number }
  /** Ends the room's run, whoever started it. */
  | { type: 'stop'; run: number }
  /** An answer to `input()`; the room passes it to whoever carries out the run. */
  | { type: 'answer'; run: number; prompt: number; text: string }
  | { type: 'ping'; nonce: number }
  | Decision
  /** The draft of the task is what everybody reads from now on (`show`), or what everybody reads is the draft again. */
  | { type: 'draft'; show: boolean };

/** As sent: a change set instead of its wire form. */
export type OutgoingMessage =
  | Exclude<ClientMessage, { type: 'submit' | 'part' }>
  | { type: 'submit' | 'part'; document: number; base: number; sequence: number; change: ChangeSet };

export const CODES = [
  'hello',
  'submit',
  'point',
  'check',
  'seed',
  'describe',
  'rename',
  'refresh',
  'start',
  'print',
  'finish',
  'stop',
  'answer',
  'ping',
  ...(Object.keys(DECISIONS) as Decision['type'][]),
  'draft',
  'part',
] as const satisfies readonly ClientMessage['type'][];

export function encodeClientMessage(message: OutgoingMessage): Uint8Array {
  const w = new Writer().byte(CODES.indexOf(message.type) + 1);
  switch (message.type) {
    case 'hello':
      w.uint(message.version).text(message.token).text(message.name).text(message.personKey).bytes(message.resume);
      w.flag(message.bookmark !== null);
      if (message.bookmark) {
        w.text(message.bookmark.epoch).uint(message.bookmark.positions.length);
        for (const { document, version, start } of message.bookmark.positions)
          w.uint(document).uint(version).uint(start);
      }
      break;
    case 'submit':
    case 'part':
      w.uint(message.document).uint(message.base).uint(message.sequence);
      writeChange(w, message.change);
      break;
    case 'point':
      w.uint(message.document)
        .uint(message.version)
        .uint(message.anchor)
        .int(message.head - message.anchor);
      break;
    case 'check':
      w.uint(message.document).uint(message.version).uint(message.hash);
      break;
    case 'seed':
      w.uint(message.document).text(message.language).text(message.text).flag(message.more);
      break;
    case 'describe':
      w.uint(message.document).text(message.name).text(message.language);
      break;
    case 'rename':
      w.text(message.name);
      break;
    case 'refresh':
      w.text(message.token);
      break;
    case 'start':
      w.uint(message.request).uint(message.document).uint(message.version).text(message.language);
      break;
    case 'print':
      w.uint(message.run);
      writeOutput(w, message.output);
      break;
    case 'finish':
      w.uint(message.run).byte(RUN_STATES.indexOf(message.state)).uint(message.durationMs);
      break;
    case 'stop':
      w.uint(message.run);
      break;
    case 'answer':
      w.uint(message.run).uint(message.prompt).text(message.text);
      break;
    case 'ping':
      w.uint(message.nonce);
      break;
    case 'draft':
      w.flag(message.show);
      break;
    default:
      writeDecision(w, message);
  }
  return w.finish();
}

/** Throws FrameError. Texts are bounded by the frame; what they may hold is the room's to judge. */
export function decodeClientMessage(frame: Uint8Array): ClientMessage {
  const r = new Reader(frame);
  const type = CODES[r.byte() - 1];
  if (!type)
    throw new FrameError(
      'This page sent a message that the room does not know. Reload the page to get the current version.',
    );
  const message = readBody(type, r, frame.length);
  r.end();
  return message;
}

function readBody(type: ClientMessage['type'], r: Reader, limit: number): ClientMessage {
  switch (type) {
    case 'hello':
      return {
        type,
        version: r.uint(),
        token: r.text(limit),
        name: r.text(limit),
        personKey: r.text(limit),
        resume: r.bytes(limit),
        bookmark: r.flag() ? readBookmark(r) : null,
      };
    case 'submit':
    case 'part': {
      const [document, base, sequence] = [r.uint(), r.uint(), r.uint()];
      const body = r.take(r.left, limit);
      const change: WireChange = {
        places: () => readPlaces(new Reader(body), limit),
        read: (length) => readChange(new Reader(body), length, limit),
      };
      return { type, document, base, sequence, change };
    }
    case 'point': {
      const [document, version, anchor] = [r.uint(), r.uint(), r.uint()];
      return { type, document, version, anchor, head: anchor + r.int() };
    }
    case 'check':
      return { type, document: r.uint(), version: r.uint(), hash: r.uint() };
    case 'seed':
      return { type, document: r.uint(), language: r.text(limit), text: r.text(limit), more: r.flag() };
    case 'describe':
      return { type, document: r.uint(), name: r.text(limit), language: r.text(limit) };
    case 'rename':
      return { type, name: r.text(limit) };
    case 'refresh':
      return { type, token: r.text(limit) };
    case 'start':
      return { type, request: r.uint(), document: r.uint(), version: r.uint(), language: r.text(limit) };
    case 'print':
      return { type, run: r.uint(), output: readOutput(r, limit) };
    case 'finish':
      return { type, run: r.uint(), state: readRunEnd(r), durationMs: r.uint() };
    case 'stop':
      return { type, run: r.uint() };
    case 'answer':
      return { type, run: r.uint(), prompt: r.uint(), text: r.text(limit) };
    case 'ping':
      return { type, nonce: r.uint() };
    case 'draft':
      return { type, show: r.flag() };
    default:
      return readDecision(type, r, limit);
  }
}

function readBookmark(r: Reader): Bookmark {
  const bookmark: Bookmark = { epoch: r.text(64), positions: [] };
  for (let left = r.uint(); left > 0; left--) {
    bookmark.positions.push({ document: r.uint(), version: r.uint(), start: r.uint() });
  }
  return bookmark;
}

export function writeOutput(w: Writer, output: readonly Output[]): void {
  for (const { kind, text } of output) w.byte(OUTPUT_KINDS.indexOf(kind)).text(text);
}

/** Output is the last value of its frame: it reads to the end. */
export function readOutput(r: Reader, limit: number): Output[] {
  const output: Output[] = [];
  while (!r.done) {
    const kind = OUTPUT_KINDS[r.byte()];
    if (!kind) throw new FrameError('A piece of output is of a kind this room does not know.');
    output.push({ kind, text: r.text(limit) });
  }
  return output;
}

function readRunEnd(r: Reader): RunEnd {
  const state = RUN_STATES[r.byte()];
  if (!state || state === 'running')
    throw new FrameError('A run ends as done, failed, stopped, timed-out or interrupted.');
  return state;
}
