/** How many rooms one machine carries, two people typing in each: steps up until keystrokes come late. */
import { sleep } from '../../../party/shared/time.js';
import { type Effort, type Figure, kB, ms, quantile, table } from '../figure.js';
import { privateBytes } from './processes.js';
import { codeRoomOnWorkerd } from './systems.js';
import { enter, type Typist } from './typist.js';

const STEPS = [25, 50, 100, 200, 400, 700, 1000];
/** A pair at work: each of the two writes so often. */
const KEYS_PER_SECOND = 2;
/** Beyond it people feel that they wait for each other. */
const LATE_MS = 250;

/** The clients share the processor with the server: on two machines it carries more. */
export async function load({ seconds }: Effort): Promise<Figure[]> {
  const server = await codeRoomOnWorkerd.start();
  const people: Typist[] = [];
  const rows: string[][] = [];
  let open = true;
  /** Nobody writes while others come in: a machine at its limit would never let the last ones through. */
  let typing = false;
  let carried = 0;
  let delays: number[] = [];
  const typed = new Map<string, number>();

  const come = async (room: number) => {
    const arrived = (author: number, mark: number) => {
      const key = `${room} ${author} ${mark}`;
      const at = typed.get(key);
      if (at !== undefined) delays.push(performance.now() - at);
      typed.delete(key);
    };
    for (let n = 0; n < 2; n++) {
      const person = await enter('room', { address: server.address(`load-${room}`), arrived });
      people.push(person);
      void typeOn(person, room);
    }
  };
  const typeOn = async (person: Typist, room: number) => {
    await sleep((1000 / KEYS_PER_SECOND) * Math.random());
    while (open) {
      const before = performance.now();
      const mark = typing ? person.type() : null;
      if (mark !== null) typed.set(`${room} ${person.author} ${mark}`, before);
      await sleep(1000 / KEYS_PER_SECOND);
    }
  };

  try {
    for (const step of STEPS) {
      for (let room = people.length / 2; room < step; room++) await come(room);
      typing = true;
      await sleep(1000);
      delays = [];
      await sleep(seconds * 1000);
      const [p50, p99, count] = [quantile(delays, 0.5), quantile(delays, 0.99), delays.length];
      typing = false;
      const memory = kB(privateBytes(server.pid) / step);
      rows.push([String(step), `${Math.round(count / seconds)}`, ms(p50), ms(p99), memory]);
      if (!(p99 <= LATE_MS)) break;
      carried = step;
    }
  } finally {
    open = false;
    for (const person of people) person.close();
    await server.stop();
  }
  return [
    {
      what: `rooms with two people typing on plain workerd, 99 of 100 keystrokes within ${LATE_MS} ms`,
      figure: carried === STEPS.at(-1) ? `${carried}, and not at its end` : String(carried),
      detail: table([['rooms', 'keystrokes/s', 'p50', 'p99', 'memory a room'], ...rows]),
    },
  ];
}
