/** PROTOCOL.md and the codec: every message is decoded as encoded, every malformed frame is refused with a sentence. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import { OUTPUT_KINDS, RUN_STATES } from '../../party/shared/output.js';
import { utf8Length } from '../../party/shared/plain-text.js';
import { REFUSALS } from '../../party/shared/protocol.js';
import { ROLES } from '../../party/shared/roles.js';
import {
  bytesGrown,
  hashText,
  keepsCharacters,
  readChange,
  replacement,
  writeChange,
} from '../../party/shared/wire/change.js';
import {
  CLIENT_MESSAGE_KINDS,
  decodeClientMessage,
  encodeClientMessage,
  type WireChange,
} from '../../party/shared/wire/client-message.js';
import { FrameError, Reader, Writer } from '../../party/shared/wire/codec.js';
import { packFrames, unpackFrames } from '../../party/shared/wire/frame-batch.js';
import { decodeRoomMessage, encodeRoomMessage, ROOM_MESSAGE_KINDS } from '../../party/shared/wire/room-message.js';
import { amount, seed } from '../amount.js';
import { fromRoom, fromSession, mutate } from '../fixtures/frames.js';
import { readProtocol } from '../fixtures/protocol-tables.js';
import { Dice } from '../room/world.js';

const FRAMES = amount(20_000, 1_000_000);

/** Messages as they are told, with changes read for the length they were made on. */
function told(message: object): unknown {
  if (!('change' in message)) return message;
  return { ...message, change: readAt9(message.change as ChangeSet | WireChange | ((length: number) => ChangeSet)) };
}

function readAt9(change: ChangeSet | WireChange | ((length: number) => ChangeSet)): unknown {
  if (change instanceof ChangeSet) return change.toJSON();
  return (typeof change === 'function' ? change(9) : change.read(9)).toJSON();
}

describe('every message is the same after encoding and decoding:', () => {
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
      CLIENT_MESSAGE_KINDS.filter(Boolean),
    );
    assert.deepEqual(
      fromRoom.map((message) => message.type),
      ROOM_MESSAGE_KINDS.filter(Boolean),
    );
  });
});

describe('PROTOCOL.md', async () => {
  const text = await readFile(new URL('../../party/PROTOCOL.md', import.meta.url), 'utf8');
  it('numbers the messages like the code', () => {
    const rows = [...text.matchAll(/^\| (\d+) +\| ([a-z-]+) +\|/gm)].filter((row) => Number(row[1]) < 1000);
    const numbered = [
      ...CLIENT_MESSAGE_KINDS.map((name, i) => [i + 1, name]),
      ...ROOM_MESSAGE_KINDS.map((name, i) => [i + 65, name]),
    ].filter(Boolean);
    assert.deepEqual(
      rows.map((row) => [Number(row[1]), row[2]]),
      numbered,
    );
  });
  it('has every field of every message', async () => {
    const book = await readProtocol();
    const frames = [
      ...fromSession.map((message) => [message, encodeClientMessage(message)] as const),
      ...fromRoom.map((message) => [message, encodeRoomMessage(message)] as const),
    ];
    for (const [message, frame] of frames) {
      const read = book.read(frame);
      assert.equal(read.kind, message.type);
      const told: Record<string, unknown> = { ...message };
      for (const [name, value] of Object.entries(read.values)) {
        if (typeof told[name] === typeof value) assert.deepEqual(value, told[name], `${message.type} ${name}`);
      }
      assert.deepEqual(book.write(read.code, read.values), frame, `${message.type}, written as it was read`);
    }
  });
  it('has every field of a frame batch', async () => {
    const book = await readProtocol();
    const messages = fromRoom.map(encodeRoomMessage);
    assert.deepEqual(
      book.readAll(packFrames(messages)),
      messages.map((message) => book.read(message)),
    );
  });
  it('numbers words like the code', () => {
    for (const list of [ROLES, OUTPUT_KINDS, RUN_STATES, REFUSALS]) {
      const sentence = list.map((name, i) => `${i} ${name}`).join(', ');
      assert.ok(text.replace(/\s+/g, ' ').includes(sentence), sentence);
    }
  });
});

describe('the size of messages:', () => {
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

describe('malformed frames', () => {
  it(`${FRAMES} mutated frames are decoded or refused, fast (seed ${seed})`, () => {
    const dice = new Dice(seed);
    const ofRoom = fromRoom.map(encodeRoomMessage);
    const frames = [...fromSession.map(encodeClientMessage), ...ofRoom, packFrames(ofRoom)];
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

const readRoom = (frame: Uint8Array) => unpackFrames(frame).map(decodeRoomMessage);

function decodingTime(frame: Uint8Array): number {
  const started = performance.now();
  for (const read of [(bytes: Uint8Array) => [decodeClientMessage(bytes)], readRoom]) {
    try {
      read(frame).forEach(told);
    } catch (error) {
      assert.ok(error instanceof FrameError, `${error} for ${Buffer.from(frame).toString('hex')}`);
    }
  }
  return performance.now() - started;
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
  it('cannot split a surrogate pair', () => {
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
  it('have the same hash whatever the structure of the text', () => {
    const lines = Array.from({ length: 500 }, (_, i) => `line ${i}`);
    let grown = Text.empty;
    for (const line of lines) grown = grown.append(Text.of([line, '']));
    assert.equal(hashText(grown), hashText(Text.of([...lines, ''])));
    assert.equal(hashText(Text.of(['a'])), 0xe40c292c);
  });
});
