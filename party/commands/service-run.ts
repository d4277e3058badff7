/** Counts the programs that run for a room on a server of whoever runs this one. */
import { Leases } from '../rate/leases.js';
import type { Room } from '../room/room.js';
import type { RoomAnswer, RoomCommand } from './command.js';

/** In open rooms nobody is told apart over HTTP. */
export const EVERYBODY = 'everybody';

/** Of rooms in memory: one that is loaded anew has none under way. */
const leases = new WeakMap<Room, Leases>();

export function serviceRun(
  room: Room,
  { run, step }: Extract<RoomCommand, { type: 'service-run' }>,
  person: string,
): RoomAnswer<'service-run'> {
  const now = room.clock.now();
  const { serviceRunsPerMinute, serviceRunsPerMinuteEach, serviceRunsAtOnce, serviceRunsAtOnceEach } = room.limits;
  const limits = {
    perMinute: serviceRunsPerMinute,
    perMinuteEach: serviceRunsPerMinuteEach,
    atOnce: serviceRunsAtOnce,
    atOnceEach: serviceRunsAtOnceEach,
  };
  const known = leases.get(room) ?? new Leases(limits, now);
  leases.set(room, known);
  if (step === 'begin') return { ok: true, value: { wait: known.begin(run, person, now) } };
  if (step === 'keep') known.keep(run, now);
  else known.end(run);
  return { ok: true, value: { wait: 0 } };
}
