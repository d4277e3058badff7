// What happened in an interview, written down while it happens, and later compared with what the replay shows.
import assert from 'node:assert/strict';
import type { Marker } from '../../components/replay/markers.js';
import { becomes, type Somebody } from './world.js';

/** The room may write something down so much earlier or later than it was done and seen here: its clock is that of its last message. */
export const TOLERANCE_MS = 500;

/** Something with a name, as markers have it; `to` is when everybody concerned had seen it. */
export interface Deed {
  kind: Marker['kind'];
  label: string;
  from: number;
  to: number;
}

export interface SeenFile {
  name: string;
  text: string;
  visibility: 'all' | 'interviewers';
}

/** What people had before them at one time. */
export interface Look {
  at: number;
  /** After what, for whoever reads that a test failed. */
  after: string;
  files: SeenFile[];
}

export class Chronicle {
  readonly deeds: Deed[] = [];
  readonly looks: Look[] = [];

  /** Does something that gets a marker of this kind and label. */
  async deed(kind: Deed['kind'], label: string, act: () => Promise<unknown>): Promise<void> {
    const from = Date.now();
    await act();
    this.deeds.push({ kind, label, from, to: Date.now() });
  }

  /** Waits until all of them see the same and everything is saved, and writes down what that is. */
  async look(after: string, first: Somebody, ...others: Somebody[]): Promise<void> {
    const all = [first, ...others];
    const sights = async () => {
      const seen = await Promise.all(all.map(filesOf));
      const open = seen.map((files) => JSON.stringify(files.filter(({ visibility }) => visibility === 'all')));
      const saved = await Promise.all(all.map((person) => person.get('saved')));
      return [...open.map((files) => files === open[0]), ...saved];
    };
    await becomes(
      sights,
      [...all, ...all].map(() => true),
      `what all see after ${after}`,
      30_000,
    );
    this.looks.push({ at: Date.now(), after, files: await filesOf(first) });
  }

  /** Every deed is in the replay at its time, and nothing is there that was not done. `startedAt`: of the replay. */
  compareMarkers(markers: readonly Pick<Marker, 'kind' | 'label' | 'time'>[], startedAt: number): void {
    const left = [...markers];
    for (const { kind, label, from, to } of this.deeds) {
      const index = left.findIndex((one) => {
        const at = startedAt + one.time;
        const then = at >= from - TOLERANCE_MS && at <= to + TOLERANCE_MS;
        return then && one.kind === kind && one.label === label;
      });
      const there = left.filter((one) => one.kind === kind).map(({ label, time }) => `${time} ${label}`);
      const when = `${from - startedAt} to ${to - startedAt}`;
      assert.ok(index >= 0, `${label} is not in the replay at ${when}, but ${there.join('; ')}`);
      left.splice(index, 1);
    }
    assert.deepEqual(left, [], 'the replay shows what nobody did');
  }
}

/** The files this person may read, by name. */
export async function filesOf({ page }: Pick<Somebody, 'page'>): Promise<SeenFile[]> {
  const files = (await page.evaluate(
    'document.querySelector("code-room").files.map(({ name, text, visibility }) => ({ name, text, visibility }))',
  )) as SeenFile[];
  return files.sort((one, other) => one.name.localeCompare(other.name));
}
