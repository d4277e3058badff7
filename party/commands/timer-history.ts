/** How a room's timer stood, each time that it was changed. */
import { Text } from '@codemirror/state';
import type { Room } from '../room/room.js';
import { readTimer, type Timer } from '../shared/entries.js';
import { TIMER_DOCUMENT } from '../shared/protocol.js';
import { applyChange } from '../shared/text-change.js';
import type { TimerAt } from '../shared/timer-moments.js';
import { readLogSegment } from '../shared/wire/log-segment.js';

export interface ReportedTimer {
  /** How the timer stood, each time that it was changed; left out where there was none. */
  timer?: TimerAt[];
}

/** Nothing for a room without one. `of`: whose own extra time is told. The log has to be on disk. */
export async function reportedTimer({ documents }: Room, of: (person: string) => boolean): Promise<ReportedTimer> {
  const document = documents.get(TIMER_DOCUMENT);
  if (!document?.version) return {};
  const found: TimerAt[] = [];
  let [text, before] = [Text.empty, 'null'];
  for (const bytes of await document.segments()) {
    const { length, entries } = readLogSegment(bytes);
    // What was before is compacted.
    if (length !== text.length) text = Text.of([' '.repeat(length)]);
    for (const { change, time: at } of entries) {
      text = applyChange(change, text);
      const timer = readTimer(text.toString());
      // What cannot be read goes on from what was compacted.
      if (timer === null && text.length > 0) continue;
      const told = timer && { ...timer, extraFor: only(timer.extraFor, of) };
      const now = JSON.stringify(told);
      if (now === before) continue;
      before = now;
      found.push({ at, timer: told });
    }
  }
  return found.length > 0 ? { timer: found } : {};
}

function only(extraFor: Timer['extraFor'], of: (person: string) => boolean): Timer['extraFor'] {
  return Object.fromEntries(Object.entries(extraFor).filter(([person]) => of(person)));
}
