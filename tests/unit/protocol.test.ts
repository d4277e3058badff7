/** The protocol as PROTOCOL.md tells it: every message survives the wire, every other frame is refused in a sentence. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import {
  bytesGrown,
  hashText,
  keepsCharacters,
  readChange,
  replacement,
  splitChange,
  utf8Length,
  writeChange,
} from '../../party/shared/change.js';
import {
  CODES as CLIENT_CODES,
  decodeClientMessage,
  encodeClientMessage,
  type OutgoingMessage,
} from '../../party/shared/client-message.js';
import { FrameError, Reader, Writer } from '../../party/shared/codec.js';
import { cleanName } from '../../party/shared/names.js';
import { OUTPUT_KINDS, REFUSALS, RUN_STATES } from '../../party/shared/protocol.js';
import { ROLES } from '../../party/shared/roles.js';
import { decodeRoomMessage, encodeRoomMessage, CODES as ROOM_CODES } from '../../party/shared/room-codec.js';
import type { OutgoingRoomMessage } from '../../party/shared/room-message.js';
import { amount, seed } from '../amount.js';
import { Dice } from '../room/world.js';

const FRAMES = amount(20_000, 1_000_000);

const change = ChangeSet.of(
  [
    { from: 1, to: 3, insert: 'é\n😀' },
    { from: 5, insert: 'x' },
  ],
  9,
);

const fromSession: OutgoingMessage[] = [
  {
    type: 'hello',
    version: 1,
    token: 'a.b.c',
    name: 'Ann',
    personKey: 'key',
    resume: new Uint8Array([1, 2, 3]),
    bookmark: { epoch: '00ff00ff00ff00ff', positions: [{ document: 1, version: 300, start: 7 }] },
  },
  { type: 'submit', document: 1, base: 300, sequence: 12, change },
  { type: 'point', document: 1, version: 300, anchor: 40, head: 3 },
  { type: 'check', document: 1, version: 300, hash: 0xffffffff },
  { type: 'seed', document: 1, language: 'python', text: 'print()\n', more: true },
  { type: 'describe', document: 1, name: 'a.py', language: 'python' },
  { type: 'rename', name: 'Zoë' },
  { type: 'refresh', token: 't' },
  { type: 'start', request: 1, document: 1, version: 5, language: 'javascript' },
  {
    type: 'print',
    run: 4,
    output: [
      { kind: 'stdout', text: 'a' },
      { kind: 'stderr', text: '' },
    ],
  },
  { type: 'finish', run: 4, state: 'timed-out', durationMs: 10_000 },
  { type: 'stop', run: 4 },
  { type: 'answer', run: 4, prompt: 2, text: 'yes' },
  { type: 'ping', nonce: 9 },
  { type: 'admit', person: 'p' },
  { type: 'decline', person: 'p' },
  { type: 'remove', person: 'p' },
  { type: 'assign', person: 'p', role: 'observer' },
  { type: 'lock', locked: true },
  { type: 'end', ended: false },
];

const record = {
  run: 4,
  request: 1,
  replica: 7,
  person: 'p',
  name: 'Ann',
  document: 1,
  version: 5,
  language: 'python',
};
const fromRoom: OutgoingRoomMessage[] = [
  {
    type: 'welcome',
    version: 1,
    epoch: '00ff00ff00ff00ff',
    start: 3,
    replica: 300,
    resume: new Uint8Array(16),
    person: 'p',
    role: 'observer',
    seeded: true,
    open: false,
  },
  { type: 'document', document: 1, name: 'a', language: 'b', version: 9, durable: 8, sequence: 2, text: '\ufeffx' },
  { type: 'continue', document: 1, name: 'a', language: 'b', from: 9, durable: 8, sequence: 2 },
  { type: 'ready' },
  { type: 'change', document: 1, version: 10, author: 300, sequence: 3, lag: 2, change },
  { type: 'ack', document: 1, durable: 10, sequence: 3 },
  { type: 'person', person: { id: 'p', name: 'Ann', role: 'candidate', color: 5, replicas: [1, 300] } },
  { type: 'point', replica: 300, document: 1, version: 10, anchor: 3, head: 9 },
  { type: 'described', document: 1, name: 'a', language: 'b' },
  { type: 'started', record: { ...record, state: 'running', elapsedMs: 12 } },
  { type: 'printed', run: 4, output: [{ kind: 'note', text: 'cut' }] },
  { type: 'finished', run: 4, state: 'interrupted', durationMs: 99 },
  { type: 'stop', run: 4 },
  { type: 'answer', run: 4, prompt: 2, text: 'yes' },
  { type: 'refused', about: 2, document: 1, key: 3, reason: 'role', sentence: 'No.' },
  { type: 'pong', nonce: 9 },
  { type: 'saving', works: false },
  { type: 'agreed', document: 1, version: 10 },
  { type: 'state', lobby: true, locked: false, ended: true },
  { type: 'wait' },
  { type: 'knock', person: 'p', name: 'Ann', role: 'candidate', waits: true },
];

/** Messages as they are told, with changes read for the length they were made on. */
function told(message: object): unknown {
  if (!('change' in message)) return message;
  const read = message.change;
  return {
    ...message,
    change: (typeof read === 'function' ? (read(9, 1e6) as ChangeSet) : (read as ChangeSet)).toJSON(),
  };
}

describe('every message survives the wire', () => {
  for (const message of fromSession) {
    it(`${message.type}, from the session`, () => {
      assert.deepEqual(told(decodeClientMessage(encodeClientMessage(message))), told(message));
    });
  }
  for (const message of fromRoom) {
    it(`${message.type}, from the room`, () => {
      assert.deepEqual(told(decodeRoomMessage(encodeRoomMessage(message))), told(message));
    });
  }
  it('all of them are covered here', () => {
    assert.deepEqual(
      fromSession.map((message) => message.type),
      [...CLIENT_CODES],
    );
    assert.deepEqual(
      fromRoom.map((message) => message.type),
      [...ROOM_CODES],
    );
  });
});

describe('PROTOCOL.md', async () => {
  const text = await readFile(new URL('../../party/PROTOCOL.md', import.meta.url), 'utf8');
  it('numbers the messages as the code does', () => {
    const rows = [...text.matchAll(/^\| (\d+) +\| ([a-z]+) +\|/gm)].filter((row) => Number(row[1]) < 1000);
    const numbered = [...CLIENT_CODES.map((name, i) => [i + 1, name]), ...ROOM_CODES.map((name, i) => [i + 65, name])];
    assert.deepEqual(
      rows.map((row) => [Number(row[1]), row[2]]),
      numbered,
    );
  });
  it('numbers names as the code does', () => {
    for (const list of [ROLES, OUTPUT_KINDS, RUN_STATES, REFUSALS]) {
      const sentence = list.map((name, i) => `${i} ${name}`).join(', ');
      assert.ok(text.replace(/\s+/g, ' ').includes(sentence), sentence);
    }
  });
});

describe('what typing costs on the wire', () => {
  const keystroke = ChangeSet.of({ from: 100_000, insert: 'x' }, 120_000);
  it('a keystroke at most 14 bytes, in a room of 100,000 edits', () => {
    const message = { document: 1, sequence: 10_000, change: keystroke };
    assert.ok(encodeClientMessage({ type: 'submit', base: 100_000, ...message }).length <= 14);
    assert.ok(encodeRoomMessage({ type: 'change', version: 100_000, author: 100, lag: 1, ...message }).length <= 14);
  });
  it('a cursor move at most 20 bytes', () => {
    const at = { type: 'point', document: 1, version: 100_000, anchor: 100_000, head: 100_100 } as const;
    assert.ok(encodeClientMessage(at).length <= 20);
    assert.ok(encodeRoomMessage({ ...at, replica: 300 }).length <= 20);
  });
});

describe('frames that follow no rule', () => {
  it(`${FRAMES} mutated frames are understood or refused, at once (seed ${seed})`, () => {
    const dice = new Dice(seed);
    const frames = [...fromSession.map(encodeClientMessage), ...fromRoom.map(encodeRoomMessage)];
    for (let n = 0; n < FRAMES; n++) {
      const frame = mutate(frames[dice.below(frames.length)] as Uint8Array, dice);
      // A busy machine may pause any one try; a frame that is slow is slow each time.
      const slow = () => decodingTime(frame) > 50;
      assert.ok(!(slow() && slow() && slow()), Buffer.from(frame).toString('hex'));
    }
  });

  const refused: [name: string, bytes: (w: Writer) => Writer][] = [
    ['past the end', (w) => w.uint(5).uint(1).uint(9)],
    ['CR', (w) => w.uint(0).uint(2).byte(13)],
    ['half a character', (w) => w.uint(0).uint(2).byte(0xc3)],
    [
      'a lone surrogate',
      (w) =>
        w
          .uint(0)
          .uint(6)
          .raw(new Uint8Array([0xed, 0xa0, 0x80])),
    ],
    ['nothing', (w) => w.uint(3).uint(0)],
    ['more than there is', (w) => w.uint(0).uint(200).byte(97)],
  ];
  for (const [name, bytes] of refused) {
    it(`a change with ${name} is refused`, () => {
      assert.throws(() => readChange(new Reader(bytes(new Writer()).finish()), 10, 1000), FrameError);
    });
  }
});

function decodingTime(frame: Uint8Array): number {
  const started = performance.now();
  for (const decode of [decodeClientMessage, decodeRoomMessage]) {
    try {
      told(decode(frame));
    } catch (error) {
      assert.ok(error instanceof FrameError, `${error} for ${Buffer.from(frame).toString('hex')}`);
    }
  }
  return performance.now() - started;
}

function mutate(frame: Uint8Array, dice: Dice): Uint8Array {
  const bytes = [...frame];
  for (let n = 1 + dice.below(4); n > 0; n--) {
    const at = dice.below(bytes.length + 1);
    const roll = dice.below(5);
    if (roll === 0) bytes.splice(at, dice.below(8));
    else if (roll === 1) bytes.splice(at, 0, ...Array.from({ length: dice.below(8) }, () => dice.below(256)));
    else if (roll === 2) bytes[at] = 0xff;
    else bytes[at] = dice.below(256);
  }
  return new Uint8Array(bytes);
}

describe('changes', () => {
  it('keep their sections', () => {
    const adjacent = ChangeSet.of(
      [
        { from: 2, insert: 'a' },
        { from: 2, to: 4 },
      ],
      8,
    );
    const writer = new Writer();
    writeChange(writer, adjacent);
    assert.deepEqual(readChange(new Reader(writer.finish()), 8, 100).toJSON(), adjacent.toJSON());
  });
  it('may not cut a character in two', () => {
    const text = Text.of(['a😀b']);
    assert.equal(keepsCharacters(ChangeSet.of({ from: 2, insert: 'x' }, 4), text), false);
    assert.equal(keepsCharacters(ChangeSet.of({ from: 1, to: 3 }, 4), text), true);
  });
  it('count bytes exactly', () => {
    const dice = new Dice(seed);
    const pieces = ['a', 'é', '漢', '😀', '\n'];
    let text = Text.empty;
    let bytes = 0;
    for (let n = 0; n < 500; n++) {
      const characters = [...text.toString()];
      const at = dice.below(characters.length + 1);
      const from = characters.slice(0, at).join('').length;
      const to = characters.slice(0, at + dice.below(4)).join('').length;
      const edit = ChangeSet.of({ from, to, insert: pieces[dice.below(5)] ?? '' }, text.length);
      bytes += bytesGrown(edit, text);
      text = edit.apply(text);
      assert.equal(bytes, Buffer.byteLength(text.toString()));
      assert.equal(utf8Length(text.toString()), bytes);
    }
  });
  it('are parted without losing anything, and never within a character', () => {
    const before = Text.of(['0123456789']);
    const whole = ChangeSet.of(
      [
        { from: 1, to: 3, insert: '😀'.repeat(7) },
        { from: 5, insert: 'y'.repeat(9) },
        { from: 8, to: 9 },
      ],
      10,
    );
    for (let limit = 2; limit < 30; limit++) {
      let [text, rest]: [Text, ChangeSet | null] = [before, whole];
      while (rest) {
        const [now, later]: [ChangeSet, ChangeSet | null] = splitChange(rest, limit);
        assert.ok(keepsCharacters(now, text), `limit ${limit}`);
        text = now.apply(text);
        rest = later;
      }
      assert.equal(text.toString(), whole.apply(before).toString());
    }
  });
  it('replace only what differs', () => {
    for (const [a, b] of [
      ['one two three', 'one 2 three'],
      ['😀', '😁'],
      ['', 'x'],
      ['aaa', 'aa'],
      ['a😀', 'a'],
    ] as const) {
      const [before, after] = [Text.of(a.split('\n')), Text.of(b.split('\n'))];
      const edit = replacement(before, after);
      assert.ok(edit && keepsCharacters(edit, before));
      assert.equal(edit.apply(before).toString(), b);
    }
    assert.equal(replacement(Text.of(['x']), Text.of(['x'])), null);
  });
  it('hash alike whatever tree holds the text', () => {
    const lines = Array.from({ length: 500 }, (_, i) => `line ${i}`);
    let grown = Text.empty;
    for (const line of lines) grown = grown.append(Text.of([line, '']));
    assert.equal(hashText(grown), hashText(Text.of([...lines, ''])));
    assert.equal(hashText(Text.of(['a'])), 0xe40c292c);
  });
});

describe('names', () => {
  const names: [given: string, cleaned: string][] = [
    ['  Ann \n Lee ', 'Ann Lee'],
    ['A\u202enn\u200b', 'Ann'],
    ['Zoe\u0308', 'Zoë'],
    ['\u0000\u2066', ''],
    ['x'.repeat(100), 'x'.repeat(64)],
    ['👩‍💻', '👩💻'],
    ['a\u0301\u0301\u0301\u0301\u0301', 'á\u0301\u0301'],
  ];
  for (const [given, cleaned] of names) {
    it(`${JSON.stringify(given).slice(0, 30)} becomes ${JSON.stringify(cleaned).slice(0, 30)}`, () => {
      assert.equal(cleanName(given, 64), cleaned);
    });
  }
});
