/** What rooms cost in which nothing happens: memory, with one person in each. */
import { type Figure, kB, pause, table } from '../figure.js';
import { privateBytes } from './processes.js';
import { codeRoom, codeRoomOnWorkerd, type System, yPartyserver, yWebsocket } from './systems.js';
import { enter, type Typist } from './typist.js';

const ROOMS = 1000;

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
  ];
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
    await pause(2000);
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
