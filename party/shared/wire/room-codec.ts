/** Puts what a room says on the wire and reads it again. PROTOCOL.md, "From the room". */

import { REFUSALS, RUN_STATES } from '../protocol.js';
import { ROLES } from '../roles.js';
import { readChange, writeChange } from './change.js';
import { readOutput, writeOutput } from './client-message.js';
import { FrameError, Reader, Writer } from './codec.js';
import type { OutgoingRoomMessage, PersonRecord, RoomMessage } from './room-message.js';

const FIRST_CODE = 65;
export const CODES = [
  'welcome',
  'document',
  'continue',
  'ready',
  'change',
  'ack',
  'person',
  'point',
  'described',
  'started',
  'printed',
  'finished',
  'stop',
  'answer',
  'refused',
  'pong',
  'saving',
  'agreed',
  'state',
  'wait',
  'knock',
] as const satisfies readonly RoomMessage['type'][];

export function encodeRoomMessage(message: OutgoingRoomMessage): Uint8Array {
  const w = new Writer().byte(FIRST_CODE + CODES.indexOf(message.type));
  switch (message.type) {
    case 'welcome':
      w.uint(message.version).text(message.epoch).uint(message.start).uint(message.replica).bytes(message.resume);
      w.text(message.person).byte(ROLES.indexOf(message.role)).flag(message.seeded).flag(message.open);
      break;
    case 'document':
      w.uint(message.document).text(message.name).text(message.language);
      w.uint(message.version).uint(message.durable).uint(message.sequence).text(message.text);
      break;
    case 'continue':
      w.uint(message.document).text(message.name).text(message.language);
      w.uint(message.from).uint(message.durable).uint(message.sequence);
      break;
    case 'ready':
      break;
    case 'change':
      w.uint(message.document).uint(message.version).uint(message.author).uint(message.sequence).uint(message.lag);
      if (message.change instanceof Uint8Array) w.raw(message.change);
      else writeChange(w, message.change);
      break;
    case 'ack':
      w.uint(message.document).uint(message.durable).uint(message.sequence);
      break;
    case 'person': {
      const { id, name, role, color, replicas } = message.person;
      w.text(id).text(name).byte(ROLES.indexOf(role)).byte(color).uint(replicas.length);
      for (const replica of replicas) w.uint(replica);
      break;
    }
    case 'point':
      w.uint(message.replica).uint(message.document).uint(message.version);
      w.uint(message.anchor).int(message.head - message.anchor);
      break;
    case 'described':
      w.uint(message.document).text(message.name).text(message.language);
      break;
    case 'started': {
      const { record: run } = message;
      w.uint(run.run).uint(run.request).uint(run.replica).text(run.person).text(run.name).uint(run.document);
      w.uint(run.version).text(run.language).byte(RUN_STATES.indexOf(run.state)).uint(run.elapsedMs);
      break;
    }
    case 'printed':
      w.uint(message.run);
      writeOutput(w, message.output);
      break;
    case 'finished':
      w.uint(message.run).byte(RUN_STATES.indexOf(message.state)).uint(message.durationMs);
      break;
    case 'stop':
      w.uint(message.run);
      break;
    case 'answer':
      w.uint(message.run).uint(message.prompt).text(message.text);
      break;
    case 'refused':
      w.byte(message.about).uint(message.document).uint(message.key);
      w.byte(REFUSALS.indexOf(message.reason)).text(message.sentence);
      break;
    case 'pong':
      w.uint(message.nonce);
      break;
    case 'saving':
      w.flag(message.works);
      break;
    case 'agreed':
      w.uint(message.document).uint(message.version);
      break;
    case 'state':
      w.flag(message.lobby).flag(message.locked).flag(message.ended);
      break;
    case 'wait':
      break;
    case 'knock':
      w.text(message.person).text(message.name).byte(ROLES.indexOf(message.role)).flag(message.waits);
      break;
  }
  return w.finish();
}

/** Throws FrameError. */
export function decodeRoomMessage(frame: Uint8Array): RoomMessage {
  const r = new Reader(frame);
  const type = CODES[r.byte() - FIRST_CODE];
  if (!type) throw new FrameError('The room speaks a newer protocol. Reload the page.');
  const message = readBody(type, r, frame.length);
  if (message.type !== 'change') r.end();
  return message;
}

function readBody(type: RoomMessage['type'], r: Reader, limit: number): RoomMessage {
  switch (type) {
    case 'welcome':
      return {
        type,
        version: r.uint(),
        epoch: r.text(limit),
        start: r.uint(),
        replica: r.uint(),
        resume: r.bytes(limit),
        person: r.text(limit),
        role: pick(ROLES, r.byte()),
        seeded: r.flag(),
        open: r.flag(),
      };
    case 'document':
      return {
        type,
        ...readFile(r, limit),
        version: r.uint(),
        durable: r.uint(),
        sequence: r.uint(),
        text: r.text(limit),
      };
    case 'continue':
      return { type, ...readFile(r, limit), from: r.uint(), durable: r.uint(), sequence: r.uint() };
    case 'ready':
      return { type };
    case 'change': {
      const [document, version, author, sequence, lag] = [r.uint(), r.uint(), r.uint(), r.uint(), r.uint()];
      return { type, document, version, author, sequence, lag, change: (length) => readChange(r, length, limit) };
    }
    case 'ack':
      return { type, document: r.uint(), durable: r.uint(), sequence: r.uint() };
    case 'person': {
      const person: PersonRecord = {
        id: r.text(limit),
        name: r.text(limit),
        role: pick(ROLES, r.byte()),
        color: r.byte(),
        replicas: [],
      };
      for (let left = r.uint(); left > 0; left--) person.replicas.push(r.uint());
      return { type, person };
    }
    case 'point': {
      const [replica, document, version, anchor] = [r.uint(), r.uint(), r.uint(), r.uint()];
      return { type, replica, document, version, anchor, head: anchor + r.int() };
    }
    case 'described':
      return { type, ...readFile(r, limit) };
    case 'started': {
      const [run, request, replica] = [r.uint(), r.uint(), r.uint()];
      const [person, name, document, version] = [r.text(limit), r.text(limit), r.uint(), r.uint()];
      const [language, state, elapsedMs] = [r.text(limit), pick(RUN_STATES, r.byte()), r.uint()];
      return { type, record: { run, request, replica, person, name, document, version, language, state, elapsedMs } };
    }
    case 'printed':
      return { type, run: r.uint(), output: readOutput(r, limit) };
    case 'finished':
      return { type, run: r.uint(), state: pick(RUN_STATES, r.byte()), durationMs: r.uint() };
    case 'stop':
      return { type, run: r.uint() };
    case 'answer':
      return { type, run: r.uint(), prompt: r.uint(), text: r.text(limit) };
    case 'refused':
      return {
        type,
        about: r.byte(),
        document: r.uint(),
        key: r.uint(),
        reason: pick(REFUSALS, r.byte()),
        sentence: r.text(limit),
      };
    case 'pong':
      return { type, nonce: r.uint() };
    case 'saving':
      return { type, works: r.flag() };
    case 'agreed':
      return { type, document: r.uint(), version: r.uint() };
    case 'state':
      return { type, lobby: r.flag(), locked: r.flag(), ended: r.flag() };
    case 'wait':
      return { type };
    case 'knock':
      return { type, person: r.text(limit), name: r.text(limit), role: pick(ROLES, r.byte()), waits: r.flag() };
  }
}

function readFile(r: Reader, limit: number): { document: number; name: string; language: string } {
  return { document: r.uint(), name: r.text(limit), language: r.text(limit) };
}

function pick<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new FrameError('The room speaks a newer protocol. Reload the page.');
  return value;
}
