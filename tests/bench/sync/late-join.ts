/** How long somebody waits who comes late to a room that has been written in for an hour, and what a keystroke weighs there. */

import WebSocket from 'ws';
import { Session } from '../../../components/session/index.js';
import { sleep } from '../../../party/shared/time.js';
import { type Figure, kB, median, ms, table } from '../figure.js';
import { codeRoom, codeRoomOnWorkerd, type RunningSystem, type System, yPartyserver, yWebsocket } from './systems.js';
import { type Edit, enter, requireOfSystems, type Typist, type Yjs } from './typist.js';

const SIZES = [1_000, 10_000, 100_000];
const WRITERS = 20;
const JOINS = 9;
const SETTLE_MS = 100;
/** What comes with the text: the welcome, the people, the last run. */
const BESIDES = 1024;

interface Join {
  time: number;
  bytes: number;
}

interface Result {
  system: System;
  edits: number;
  joins: Join[];
  /** Characters of the text. */
  length: number;
}

export async function lateJoin(): Promise<Figure[]> {
  const results: Result[] = [];
  let weights: Figure | undefined;
  for (const system of [codeRoom, codeRoomOnWorkerd, yWebsocket, yPartyserver]) {
    const server = await system.start();
    try {
      for (const edits of SIZES) {
        const address = server.address(`joined-${edits}`);
        const writers = await write(system, address, edits);
        // One has stayed, in every system: nobody is told of more people in one room than in another.
        for (const writer of writers.splice(1)) writer.close();
        const joins: Join[] = [];
        let length = 0;
        for (let n = 0; n < JOINS; n++) {
          // What leaving sets in motion is over before the next one comes.
          await sleep(SETTLE_MS);
          const joined = system.speech === 'room' ? await joinRoom(address) : await joinYjs(address);
          joins.push(joined);
          length = joined.length;
        }
        results.push({ system, edits, joins, length });
        if (system === codeRoom && edits === SIZES.at(-1)) weights = await weigh(server, `joined-${edits}`);
        for (const writer of writers) writer.close();
      }
    } finally {
      await server.stop();
    }
  }
  return [summary(results), ...(weights ? [weights] : [])];
}

function summary(results: readonly Result[]): Figure {
  const time = ({ joins }: Result) => median(joins.map((join) => join.time));
  const bytes = ({ joins }: Result) => median(joins.map((join) => join.bytes));
  const rows = results.map((result) => [
    result.system.name,
    String(result.edits),
    ms(time(result)),
    kB(bytes(result)),
    kB(result.length),
  ]);
  const ours = results.find(({ system, edits }) => system === codeRoom && edits === SIZES.at(-1));
  if (!ours) throw new Error('The largest room was not measured.');
  return {
    what: `joining late after ${ours.edits} edits`,
    figure: `${ms(time(ours))}, text and ${bytes(ours) - ours.length} bytes`,
    target: `at most 6 ms, text and ${BESIDES} bytes`,
    met: time(ours) <= 6 && bytes(ours) <= ours.length + BESIDES,
    detail: table([['', 'edits', 'time', 'fetched', 'text'], ...rows]),
  };
}

/** A made-up evening: words typed where the cursor is, some taken back, now and then a jump elsewhere. The same each time. */
function* evening(seed: number): Generator<Edit, never> {
  let state = seed;
  const dice = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let at = dice();
  for (;;) {
    if (dice() < 0.05) at = dice();
    const roll = dice();
    const character = roll < 0.05 ? '\n' : roll < 0.2 ? ' ' : String.fromCharCode(97 + Math.floor(dice() * 26));
    yield { at, insert: dice() < 0.2 ? '' : character };
  }
}

async function write(system: System, address: string, edits: number): Promise<Typist[]> {
  const writers: Typist[] = [];
  let left = edits;
  let taken = 0;
  await new Promise<void>((resolve, reject) => {
    const begin = async () => {
      for (let n = 0; n < (system.speech === 'room' ? WRITERS : 1); n++) {
        const trace = evening(n + 1);
        const next = () => {
          if (left-- > 0) writer.type(trace.next().value);
        };
        const onTaken = () => {
          if (++taken === edits) resolve();
          next();
        };
        const writer = await enter(system.speech, { address, arrived: () => undefined, taken: onTaken });
        writers.push(writer);
        if (system.speech === 'room') next();
        else while (left > 0) next();
      }
      if (system.speech !== 'room') resolve();
    };
    begin().catch(reject);
  });
  return writers;
}

/** With the session that pages use, from nothing to live. */
async function joinRoom(address: string): Promise<Join & { length: number }> {
  const { origin, pathname } = new URL(address);
  let bytes = 0;
  class CountingSocket extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      this.on('message', (frame: ArrayBuffer | Buffer) => {
        bytes += frame.byteLength;
      });
    }
  }
  const began = performance.now();
  const room = pathname.split('/').at(-1) ?? '';
  const host = origin.replace('ws', 'http');
  const session = new Session({ host, room, personKey: `late ${began}`, WebSocket: CountingSocket });
  const live = new Promise<void>((resolve) => {
    session.addEventListener('status', () => session.status === 'live' && resolve());
  });
  session.connect();
  await live;
  const time = performance.now() - began;
  const { length } = session.document.text;
  session.close();
  return { time, bytes, length };
}

async function joinYjs(address: string): Promise<Join & { length: number }> {
  const Y: Yjs = requireOfSystems('yjs');
  const began = performance.now();
  const socket = new WebSocket(address, { perMessageDeflate: false });
  let bytes = 0;
  const doc = new Y.Doc();
  await new Promise<void>((resolve) => {
    socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)));
    socket.on('message', (frame: Buffer) => {
      bytes += frame.length;
      if (frame[0] !== 0 || frame[1] !== 1) return;
      let at = 2;
      while ((frame[at++] ?? 0) >= 0x80);
      Y.applyUpdate(doc, frame.subarray(at));
      resolve();
    });
  });
  const time = performance.now() - began;
  socket.terminate();
  return { time, bytes, length: doc.getText('code').length };
}

/** What one character and one step of the cursor weigh on the wire, both ways, in a room that counts in the hundred thousands. */
async function weigh(server: RunningSystem, room: string): Promise<Figure> {
  const seen: Record<'sent' | 'heard', number> = { sent: 0, heard: 0 };
  const address = server.address(room);
  const nothing = () => undefined;
  await new Promise<void>((resolve, reject) => {
    const listener = enter('room', {
      address,
      arrived: () => resolve(),
      heard: (frame) => {
        seen.heard = frame.length;
      },
    });
    const sent = (frame: Uint8Array) => {
      seen.sent = frame.length;
    };
    const typist = listener.then(() => enter('room', { address, arrived: nothing, sent }));
    typist.then((person) => person.type({ at: 0.7, insert: 'x' }), reject);
  });
  return {
    what: 'a keystroke on the wire, sent and heard, in the largest room',
    figure: `${seen.sent} and ${seen.heard} bytes`,
    target: 'at most 14',
    met: seen.sent <= 14 && seen.heard <= 14,
  };
}
