/** The archive of runs: which ones of a person are kept when there are too many. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type ListedRun, RunArchive } from '../../party/room/run-archive.js';
import type { StoredRun } from '../../party/room/shared-run.js';
import { packOutput } from '../../party/shared/wire/output.js';

const KEPT = 100;
/** Of these nobody is pushed out yet. */
const LATEST = 10;

let archive: RunArchive;
let values: Map<string, unknown>;
let runs: number;

beforeEach(() => {
  values = new Map();
  runs = 0;
  archive = new RunArchive(new Map<string, ListedRun[]>(), (key, value) => {
    if (value === undefined) values.delete(key);
    else values.set(key, value);
  });
});

/** Each a minute after the one before, so that none stands alone. */
function ran(text: string, { person = 'ann', ms = 10, state = 'done' as const, version = 1 } = {}): number {
  const run = ++runs;
  const startedAt = run * 60_000;
  const record = { run, request: run, replica: 1, person, name: person, document: 1, version, language: 'python' };
  const output = text === '' ? new Uint8Array() : packOutput([{ kind: 'stdout', text }]);
  const stored = { record: { ...record, state, elapsedMs: ms }, startedAt, endedAt: startedAt + ms, output };
  archive.keep(stored as StoredRun);
  return run;
}

const kept = () => new Set([...values.keys()].flatMap((key) => (key.startsWith('g/') ? [Number(key.slice(2))] : [])));

it('when the output came is kept with the whole of it only', () => {
  const record = { run: 1, person: 'ann', name: 'ann', document: 1, version: 1, language: 'python' };
  const keep = (text: string) => {
    const output = packOutput([{ kind: 'stdout', text }]);
    const times = { outputTimes: [[1_000, 3]] };
    archive.keep({ record, startedAt: 0, endedAt: 5_000, output, ...times } as unknown as StoredRun);
    return 'outputTimes' in (values.get([...values.keys()].find((key) => key.startsWith('g/')) ?? '') as object);
  };
  assert.deepEqual([keep('hi'), keep('x'.repeat(200_000))], [true, false]);
});

describe('the archive of one person keeps', () => {
  it('runs with output, rather than silent ones that ended well', () => {
    const telling = Array.from({ length: 20 }, (_, n) => ran(`result ${n}`));
    for (let n = 0; n < 200; n++) ran('', { version: n });
    for (const run of telling) assert.ok(kept().has(run), `run ${run}`);
    const later = Array.from({ length: KEPT - telling.length - LATEST }, (_, n) => ran(`later ${n}`));
    for (const run of [...telling, ...later]) assert.ok(kept().has(run), `run ${run}`);
    assert.equal(kept().size, KEPT);
  });

  it('different runs, rather than repeated ones', () => {
    for (let n = 0; n < KEPT; n++) ran('the same');
    const telling = Array.from({ length: 20 }, (_, n) => ran(`result ${n}`));
    for (let n = 0; n < KEPT; n++) ran('the same');
    for (const run of telling) assert.ok(kept().has(run), `run ${run}`);
    assert.ok(kept().has(1), 'the first of them');
    assert.equal(kept().size, KEPT);
  });

  it('the longest, rather than similar ones', () => {
    for (let n = 0; n < KEPT; n++) ran('', { version: n });
    const longest = ran('', { ms: 20, version: 1e6 });
    for (let n = 0; n < KEPT; n++) ran('', { version: 1000 + n });
    assert.ok(kept().has(longest));
    assert.equal(kept().size, KEPT);
  });

  it('isolated runs, rather than one of many in a short time', () => {
    for (let n = 0; n < KEPT; n++) ran(`result ${n}`);
    runs += 60;
    const alone = ran('alone');
    runs += 60;
    for (let n = 0; n < KEPT; n++) ran(`later ${n}`);
    assert.ok(kept().has(alone));
  });

  it('the latest, whatever they contain', () => {
    for (let n = 0; n < 2 * KEPT; n++) ran(`result ${n}`);
    const latest = Array.from({ length: LATEST }, () => ran(''));
    for (const run of latest) assert.ok(kept().has(run), `run ${run}`);
  });
});
