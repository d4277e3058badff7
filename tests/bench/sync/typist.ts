/** Clients that only type and listen, equally cheap for every system: they write one character and read who wrote which one. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ChangeSet } from '@codemirror/state';
import WebSocket from 'ws';
import { PROTOCOL_VERSION } from '../../../party/shared/protocol.js';
import { encodeClientMessage, type OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import { Reader } from '../../../party/shared/wire/codec.js';
import { unpackFrames } from '../../../party/shared/wire/frame-batch.js';
import { decodeRoomMessage } from '../../../party/shared/wire/room-message.js';
import { systemsFolder } from '../compared-systems.mjs';
import type { Speech } from './systems.js';

/** Finds what only the bench needs. */
export const requireOfSystems = createRequire(`${process.cwd()}/${join(systemsFolder, 'package.json')}`);

/** Somebody's character has come: `author` and `mark` are those of the typist that wrote it. */
export type Arrival = (author: number, mark: number) => void;

export interface Typist {
  author: number;
  /** Writes a character and answers its mark; null when the last one is still on its way. Without an edit, an `x` at the beginning. */
  type(edit?: Edit): number | null;
  close(): void;
}

/** One character written at, or taken out after, a part (0 to 1) of the text. */
export interface Edit {
  at: number;
  insert: string;
}

export interface TypistOptions {
  address: string;
  arrived: Arrival;
  /** The mark is on disk; only rooms that say so. */
  saved?: Arrival;
  /** The system has taken the last character; only rooms that say so. */
  taken?(): void;
  /** Each frame of a change or a cursor, as it travels. */
  heard?(frame: Uint8Array): void;
  sent?(frame: Uint8Array): void;
}

export function enter(speech: Speech, options: TypistOptions): Promise<Typist> {
  return { frames: framesTypist, room: roomTypist, yjs: yjsTypist }[speech](options);
}

let lastAuthor = 0;

function open(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** 14 bytes: as long as a keystroke in our room. */
async function framesTypist({ address, arrived }: TypistOptions): Promise<Typist> {
  const socket = await open(address);
  const author = ++lastAuthor;
  let mark = 0;
  socket.on('message', (frame: Buffer) => arrived(frame.readUInt32LE(0), frame.readUInt32LE(4)));
  return {
    author,
    type() {
      const frame = Buffer.alloc(14);
      frame.writeUInt32LE(author, 0);
      frame.writeUInt32LE(++mark, 4);
      socket.send(frame);
      return mark;
    },
    close: () => socket.terminate(),
  };
}

const CHANGE = 69;
const ACK = 70;

async function roomTypist({ address, arrived, saved, taken, heard, sent }: TypistOptions): Promise<Typist> {
  const socket = await open(address);
  const say = (message: OutgoingMessage) => {
    const frame = encodeClientMessage(message);
    sent?.(frame);
    socket.send(frame);
  };
  let [author, version, length, mark] = [0, 0, 0, 0];
  let waiting = false;
  const ready = new Promise<void>((resolve, reject) => {
    socket.once('close', (code, reason) => reject(new Error(`The room closed the connection: ${code} ${reason}`)));
    socket.on('message', (frame: Buffer) => unpackFrames(frame).forEach(hear));
    const hear = (frame: Uint8Array): void => {
      const [kind] = frame;
      if (kind === CHANGE) {
        const r = new Reader(frame);
        r.byte();
        r.uint();
        version = r.uint();
        const [by, sequence] = [r.uint(), r.uint()];
        r.uint();
        heard?.(frame);
        length += growth(r);
        if (by !== author) return arrived(by, sequence);
        waiting = false;
        return taken?.();
      }
      if (kind === ACK) {
        const r = new Reader(frame);
        r.byte();
        r.uint();
        r.uint();
        return saved?.(author, r.uint());
      }
      const message = decodeRoomMessage(frame);
      if (message.type === 'welcome') author = message.replica;
      else if (message.type === 'document') [version, length] = [message.version, message.text.length];
      else if (message.type === 'ready') resolve();
    };
  });
  const personKey = `typist ${++lastAuthor}`;
  const hello = { type: 'hello', version: PROTOCOL_VERSION, token: '', name: personKey, personKey } as const;
  say({ ...hello, resume: new Uint8Array(0), bookmark: null });
  await ready;
  return {
    get author() {
      return author;
    },
    type({ at, insert } = { at: 0, insert: 'x' }) {
      if (waiting) return null;
      waiting = true;
      const from = Math.floor(at * length);
      const change = ChangeSet.of(insert ? { from, insert } : { from, to: Math.min(from + 1, length) }, length);
      say({ type: 'submit', document: 1, base: version, sequence: ++mark, change });
      return mark;
    },
    close: () => socket.terminate(),
  };
}

/** By how many characters a change of one ASCII character makes the text longer. */
function growth(r: Reader): number {
  if (r.done) return 0;
  r.uint();
  const head = r.uint();
  return Math.floor(head / 2) - (head % 2 === 1 ? r.uint() : 0);
}

/** The few calls of Yjs that are used here; the package is fetched for the bench alone. */
export interface Yjs {
  Doc: new () => YDoc;
  applyUpdate(doc: YDoc, update: Uint8Array): void;
  decodeUpdate(update: Uint8Array): { structs: { id: { client: number; clock: number } }[] };
}
export interface YDoc {
  clientID: number;
  getText(name: string): {
    length: number;
    insert(at: number, text: string): void;
    delete(at: number, count: number): void;
  };
  on(event: 'update', callback: (update: Uint8Array) => void): void;
}

const SYNC = 0;
const STEP_1 = 0;
const UPDATE = 2;

/** Bound to Yjs's own reading of its updates, so that a mark is found whatever stands around it. */
async function yjsTypist({ address, arrived }: TypistOptions): Promise<Typist> {
  const Y: Yjs = requireOfSystems('yjs');
  const socket = await open(address);
  const doc = new Y.Doc();
  const text = doc.getText('code');
  let clock = -1;
  doc.on('update', (update) => socket.send(frameOf(update)));
  socket.on('message', (frame: Buffer) => {
    if (frame[0] !== SYNC || frame[1] !== UPDATE) return;
    const r = new Reader(frame);
    r.byte();
    r.byte();
    for (const { id } of Y.decodeUpdate(r.bytes(frame.length)).structs) arrived(id.client, id.clock);
  });
  socket.send(Uint8Array.of(SYNC, STEP_1, 1, 0));
  return {
    author: doc.clientID,
    type({ at, insert } = { at: 0, insert: 'x' }) {
      const from = Math.floor(at * text.length);
      if (insert) text.insert(from, insert);
      else if (text.length > 0) text.delete(Math.min(from, text.length - 1), 1);
      return ++clock;
    },
    close: () => socket.terminate(),
  };
}

function frameOf(update: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = update.length; ; rest >>= 7) {
    if (rest < 0x80) {
      length.push(rest);
      break;
    }
    length.push((rest & 0x7f) | 0x80);
  }
  return Uint8Array.of(SYNC, UPDATE, ...length, ...update);
}
