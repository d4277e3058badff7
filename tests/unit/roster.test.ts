/** The roster: which name, colour and role somebody gets and keeps, and what is stored. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Peer } from '../../party/engine/platform.js';
import { PersonRates } from '../../party/rate/person-rate.js';
import { Connections } from '../../party/room/connections.js';
import { Replicas } from '../../party/room/replicas.js';
import { RoomConnection } from '../../party/room/room-connection.js';
import { isGuestName, type KnownPerson, Roster } from '../../party/room/roster.js';
import { LIMITS } from '../../party/shared/limits.js';
import type { Role } from '../../party/shared/roles.js';

let now: number;
let roster: Roster;
let saved: Map<string, KnownPerson | undefined>;
let replicas = 0;

/** The room in its next life knows what was saved. */
function next(known = new Map<string, KnownPerson>()): Roster {
  saved = new Map();
  const limits = { ...LIMITS, nameHeldMs: 10_000 };
  const save = (person: string, kept: KnownPerson | undefined) => void saved.set(person, kept);
  roster = new Roster(known, new Map(), new Connections(), limits, { now: () => now }, save);
  return roster;
}

function connection(person: string, role: Role = 'candidate'): RoomConnection {
  const peer = { send: () => {}, close: () => {}, state: null } as Peer;
  const access = { person, role, expiresAt: Number.POSITIVE_INFINITY, iss: '', jti: '', link: '' };
  return new RoomConnection(peer, ++replicas, access, new PersonRates(LIMITS, now).of(person, now), now);
}

function join(person: string, name = '', role: Role = 'candidate'): RoomConnection {
  const joined = connection(person, role);
  roster.join(joined, name);
  return joined;
}

const named = (person: string) => roster.record(person).name;

beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
  next();
});

describe('a name', () => {
  it('is cleaned, and is the next guest’s if empty', () => {
    join('ann', '  Ann \u202e ');
    join('x');
    join('y', '\u200b');
    assert.deepEqual([named('ann'), named('x'), named('y')], ['Ann', 'Guest 1', 'Guest 2']);
  });

  it('that somebody has gets a number, in any spelling', () => {
    join('ann', 'Ann');
    join('eve', 'ANN');
    assert.notEqual(named('eve').toLowerCase(), 'ann');
    assert.ok(named('eve').startsWith('ANN'), named('eve'));
  });

  it('that is misleading is not accepted', () => {
    join('eve', 'Interviewer');
    assert.equal(named('eve'), 'Guest 1');
    assert.equal(roster.rename('eve', 'Observer'), false);
    assert.equal(named('eve'), 'Guest 1');
  });

  it('is changed for a known person, and nobody else', () => {
    join('ann', 'Ann');
    assert.deepEqual(
      [roster.rename('ann', 'Anna'), roster.rename('ann', ''), roster.rename('bob', 'Bob')],
      [true, false, false],
    );
    assert.equal(named('ann'), 'Anna');
    assert.equal(saved.get('ann')?.name, 'Anna');
  });

  it('is kept from the last visit, unless a new one is given', () => {
    roster.leave(join('ann', 'Ann'));
    join('ann');
    assert.equal(named('ann'), 'Ann');
    roster.leave(join('ann', 'Anna'));
    assert.equal(named('ann'), 'Anna');
  });

  it('of somebody who has left is reserved for a while, then free', () => {
    roster.leave(join('ann', 'Ann'));
    now += 9_999;
    join('bob', 'Ann');
    assert.notEqual(named('bob'), 'Ann');
    now += 2;
    join('eve', 'Ann');
    assert.equal(named('eve'), 'Ann');
  });

  it('of a guest is never assigned twice, also after a restart of the room', () => {
    join('x');
    join('y', 'Guest 7');
    next(new Map([...saved].flatMap(([id, person]) => (person ? [[id, person] as const] : []))));
    join('z');
    assert.equal(named('z'), 'Guest 8');
  });

  it('of a guest is known as one, whatever number others have chosen', () => {
    next(new Map([['eve', { name: 'Guest 999999', role: 'candidate', color: 0 }]]));
    join('x');
    assert.equal(named('x'), 'Guest 1');
    const given = ['Guest 1', 'Guest 999999', 'Guest 1000000', 'Guest', 'Guest x', 'A Guest 1'].map(isGuestName);
    assert.deepEqual(given, [true, true, true, false, false, false]);
  });
});

describe('a person', () => {
  it('is here as long as one of their connections is', () => {
    const [one, two] = [join('ann', 'Ann'), join('ann', 'Ann')];
    assert.deepEqual(roster.record('ann').replicas, [one.replica, two.replica]);
    assert.deepEqual([roster.present().length, roster.byReplica(two.replica)], [1, two]);
    assert.equal(roster.leave(one), true);
    assert.equal(roster.leave(one), false, 'has left already');
    assert.deepEqual([roster.has(one), roster.has(two), roster.present().length], [false, true, 1]);
    assert.equal(saved.get('ann')?.leftAt, undefined);
    roster.leave(two);
    assert.deepEqual([roster.present(), saved.get('ann')?.leftAt], [[], now]);
    assert.equal(roster.all()[0]?.name, 'Ann', 'and is not forgotten');
  });

  it('is saved when new or changed, and not again', () => {
    join('ann', 'Ann');
    assert.deepEqual([...saved.keys()], ['ann']);
    saved.clear();
    join('ann', 'Ann');
    assert.deepEqual([...saved.keys()], []);
  });

  it('has a colour that nobody else has while there are enough, and keeps it', () => {
    const colors = Array.from({ length: 8 }, (_, n) => roster.record(join(`p${n}`).person).color);
    assert.deepEqual([...colors].sort(), [0, 1, 2, 3, 4, 5, 6, 7]);
    join('p9');
    const { color } = roster.record('p9');
    assert.ok(colors.includes(color));
    roster.leave(roster.of('p3')[0] as RoomConnection);
    join('p3');
    assert.equal(roster.record('p3').color, colors[3]);
  });

  it('counts among those who may edit, or those who may not', () => {
    join('ann', '', 'interviewer');
    join('bob', '', 'candidate');
    join('eve', '', 'observer');
    assert.deepEqual([roster.count('candidate'), roster.count('interviewer'), roster.count('observer')], [2, 2, 1]);
  });

  it('has the role that an interviewer assigned, unless their token makes them one', () => {
    join('bob', 'Bob');
    roster.assign('bob', 'observer');
    assert.equal(saved.get('bob')?.assigned, 'observer');
    assert.deepEqual(
      [roster.roleOf('bob', 'candidate'), roster.roleOf('bob', 'interviewer')],
      ['observer', 'interviewer'],
    );
    assert.equal(roster.roleOf('new', 'candidate'), 'candidate');
    roster.assign('nobody', 'observer');
    assert.equal(saved.has('nobody'), false);
  });

  it('who was removed is not known any more, but stays removed', () => {
    roster.leave(join('eve', 'Eve'));
    assert.equal(roster.knows('eve'), true);
    roster.remove('eve');
    assert.deepEqual([roster.knows('eve'), roster.isRemoved('eve'), saved.get('eve')?.removed], [false, true, true]);
    roster.remove('stranger');
    assert.equal(roster.isRemoved('stranger'), true);
  });

  it('is forgotten when nothing of them is left, unless an interviewer has made a decision about them', () => {
    for (const id of ['ann', 'bob', 'eve', 'joe']) roster.leave(join(id, id));
    roster.remove('eve');
    roster.assign('joe', 'observer');
    saved.clear();
    roster.prune((id) => id === 'ann');
    assert.deepEqual([...saved], [['bob', undefined]]);
    assert.deepEqual(
      roster.all().map(({ id }) => id),
      ['ann', 'eve', 'joe'],
    );
    join('new', 'bob');
    assert.equal(named('new'), 'bob', 'their name is free');
  });
});

describe('a room that lost its memory', () => {
  it('restores connected people, under the same names', () => {
    join('ann', 'Ann');
    next(new Map([['ann', { name: 'Ann', role: 'candidate', color: 5 }]]));
    roster.rejoin(connection('ann'));
    roster.rejoin(connection('unknown'));
    assert.deepEqual([named('ann'), roster.record('ann').color, named('unknown')], ['Ann', 5, 'Guest 1']);
  });

  it('reserves the names of all people it has lost', () => {
    next(new Map([['ann', { name: 'Ann', role: 'candidate', color: 5 }]]));
    roster.lostAll();
    assert.equal(saved.get('ann')?.leftAt, now);
    join('eve', 'Ann');
    assert.notEqual(named('eve'), 'Ann');
  });
});

describe('replicas', () => {
  const kept = (count: number, wrote: (replica: number) => boolean) => {
    const stored = new Map(
      Array.from({ length: count }, (_, at) => [at, { person: `${at}`, resume: `${at}`, at: now + at }]),
    );
    const replicas = new Replicas(
      stored,
      count,
      () => {},
      () => {},
      now,
    );
    replicas.prune((replica) => replica === 0, wrote);
    return replicas.authors.map(([replica]) => replica);
  };

  it('that have written are remembered up to four thousand, others up to one thousand', () => {
    assert.equal(kept(3_000, () => true).length, 3_000);
    const many = kept(4_100, () => true);
    assert.deepEqual([many.length, many[0], many[1]], [4_000, 0, 101]);
    const silent = kept(3_000, (replica) => replica % 2 === 1);
    assert.deepEqual([silent.length, silent[0]], [1_501, 0]);
  });
});
