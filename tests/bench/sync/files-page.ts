/** The page on which somebody types in a room of one file or of many, and the session beside it that hears of each key. */
import type { CodeRoom } from '../../../components/code-room.js';
import { Session } from '../../../components/session/index.js';
import { codeOf } from './file-texts.js';

/** What the page offers to those who measure it. */
export interface FilesPage {
  /** Comes into a new room, adds files until it has so many, and looks at each of them. */
  enter(count: number): Promise<void>;
  /** Bytes of the page's objects, after all that can go has gone. */
  memory(): Promise<number>;
  /** Types so many keys into the first file, each when the one before has arrived. */
  type(keys: number): Promise<Key[]>;
}

/** Milliseconds of one key. */
export interface Key {
  /** Until the editor is done with it. */
  editor: number;
  /** Until somebody else has it. */
  arrival: number;
}

/** With Chromium's switches --expose-gc and --enable-precise-memory-info. */
declare const gc: () => void;
declare const performance: Performance & { memory: { usedJSHeapSize: number } };

const FILE_BYTES = 5_000;
const REST_MS = 25;
/** What comes later by itself has come, and what was made for a moment is gone. */
const SETTLE_MS = 3_000;
const host = document.documentElement.dataset.host ?? '';
const name = `files-${crypto.randomUUID()}`;
let room: CodeRoom;
let other: Session | undefined;

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** After all that was to be done at once, before anything that has time. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

async function enter(count: number): Promise<void> {
  await customElements.whenDefined('code-room');
  room = Object.assign(document.createElement('code-room') as CodeRoom, { host, room: name });
  document.body.append(room);
  await until(() => room.status === 'live');
  room.value = codeOf(FILE_BYTES);
  for (let n = 1; n < count; n++) await room.addFile({ name: `part_${n}.py`, text: codeOf(FILE_BYTES) });
  for (const file of [...room.files, ...room.files.slice(0, 1)]) {
    room.file = file.name;
    await frame();
    await frame();
  }
  await until(() => room.saved);
  await sleep(SETTLE_MS);
}

async function memory(): Promise<number> {
  for (let n = 0; n < 3; n++) {
    gc();
    await sleep(100);
  }
  return performance.memory.usedJSHeapSize;
}

async function listen(): Promise<Session> {
  const session = new Session({ host, room: name, personKey: 'listener' });
  session.connect();
  await until(() => session.status === 'live');
  return session;
}

async function type(count: number): Promise<Key[]> {
  other ??= await listen();
  const heard = other.documents.files.entry;
  room.focus();
  const keys: Key[] = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    const arrived = new Promise<number>((resolve) =>
      heard.addEventListener('change', () => resolve(performance.now() - began), { once: true }),
    );
    document.execCommand('insertText', false, 'x');
    await turn();
    room.getBoundingClientRect();
    const editor = performance.now() - began;
    keys.push({ editor, arrival: await arrived });
    await sleep(REST_MS);
  }
  return keys;
}

Object.assign(window, { enter, memory, type } satisfies FilesPage);
