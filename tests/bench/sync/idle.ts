/** What rooms cost in which nothing happens: memory, awake with one person in each, and asleep with two. */
import { sleep } from '../../../party/shared/time.js';
import { type Figure, kB, ms, table } from '../figure.js';
import { privateBytes } from './processes.js';
import { codeRoom, codeRoomOnWorkerd, type System, yPartyserver, yWebsocket } from './systems.js';
import { enter, type Typist } from './typist.js';

const ROOMS = 1000;
const SLEEPING_ROOMS = 200;
/** Until the engine has put out of memory what is quiet, and given the memory back. */
const SLEEP_MS = 25_000;

export async function idleRooms(): Promise<Figure[]> {
  const rows: string[][] = [];
  for (const system of [codeRoom, codeRoomOnWorkerd, yWebsocket, yPartyserver])
    rows.push([system.name, kB(await perRoom(system))]);
  const [ours] = rows;
  return [
    {
      what: `memory of an idle room, ${ROOMS} rooms`,
      figure: ours?.[1] ?? '',
      detail: table([['', 'a room'], ...rows]),
    },
    await sleepingRooms(),
  ];
}

/** Two people in each room fall quiet; then one of them writes, and the other has to hear it over the connection they kept. */
async function sleepingRooms(): Promise<Figure> {
  const server = await codeRoomOnWorkerd.start();
  const writers: Typist[] = [];
  const all: Typist[] = [];
  let heard = 0;
  const come = async (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const address = server.address(`asleep-${n}`);
      const writer = await enter('room', { address, arrived: () => undefined });
      all.push(writer, await enter('room', { address, arrived: () => heard++ }));
      writers.push(writer);
    }
    await sleep(1000);
  };
  try {
    await come(0, 20);
    const empty = privateBytes(server.pid);
    await come(20, 20 + SLEEPING_ROOMS);
    const perRoom = () => kB((privateBytes(server.pid) - empty) / SLEEPING_ROOMS);
    const awake = perRoom();
    await sleep(SLEEP_MS);
    const asleep = perRoom();
    const before = performance.now();
    for (const writer of writers) writer.type();
    while (heard < writers.length && performance.now() - before < 10_000) await sleep(5);
    const took = ms(performance.now() - before);
    return {
      what: `memory of a room with two quiet people on plain workerd, ${SLEEPING_ROOMS} rooms, awake and asleep`,
      figure: `${awake}, ${asleep}`,
      detail: [
        `woken all at once, ${heard} of ${writers.length} were heard by the other person, the last after ${took}`,
      ],
    };
  } finally {
    for (const person of all) person.close();
    await server.stop();
  }
}

async function perRoom(system: System): Promise<number> {
  const server = await system.start();
  const people: Typist[] = [];
  const come = async (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const person = await enter(system.speech, { address: server.address(`idle-${n}`), arrived: () => undefined });
      person.type();
      people.push(person);
    }
    await sleep(2000);
  };
  try {
    // The first rooms make the engine itself grow.
    await come(0, 20);
    const before = privateBytes(server.pid);
    await come(20, 20 + ROOMS);
    return (privateBytes(server.pid) - before) / ROOMS;
  } finally {
    for (const person of people) person.close();
    await server.stop();
  }
}
