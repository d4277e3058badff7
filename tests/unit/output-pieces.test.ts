/** Output pieces: which neighbours are joined, what fits into a message, and that runner and room have one limit. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CappedOutput } from '../../components/runner/worker/capped-output.js';
import { frames, pieces, since } from '../../components/session/run/output-frames.js';
import type { Clock } from '../../party/engine/platform.js';
import { SharedRun } from '../../party/room/shared-run.js';
import { LIMITS } from '../../party/shared/limits.js';
import { appendOutput, OUTPUT_KINDS, type Output, type OutputKind, WHOLE_KINDS } from '../../party/shared/output.js';
import { WHOLE_PIECE_BYTES } from '../../party/shared/page-limits.js';
import { utf8Length } from '../../party/shared/plain-text.js';

const out = (kind: OutputKind, text: string): Output => ({ kind, text });

describe('neighbouring output', () => {
  it('of one kind is one piece, except images, tables and files', () => {
    for (const kind of OUTPUT_KINDS) {
      const list: Output[] = [];
      for (const text of ['a', 'b']) appendOutput(list, out(kind, text));
      assert.deepEqual(list, WHOLE_KINDS.has(kind) ? [out(kind, 'a'), out(kind, 'b')] : [out(kind, 'ab')], kind);
    }
  });

  it('of two kinds is two pieces, in order', () => {
    const list: Output[] = [];
    for (const piece of [out('stdout', 'a'), out('stderr', 'b'), out('stdout', 'c')]) appendOutput(list, piece);
    assert.deepEqual(list, [out('stdout', 'a'), out('stderr', 'b'), out('stdout', 'c')]);
  });

  it('starts a new piece when the last one is long enough', () => {
    const list: Output[] = [];
    for (const text of ['ab', 'c', 'd', 'e']) appendOutput(list, out('stdout', text), 3);
    assert.deepEqual(list, [out('stdout', 'abc'), out('stdout', 'de')]);
  });

  it('does not change a piece that somebody else holds', () => {
    const printed = out('stdout', 'a');
    const list = [printed];
    appendOutput(list, out('stdout', 'b'));
    assert.deepEqual([printed, list], [out('stdout', 'a'), [out('stdout', 'ab')]]);
  });
});

describe('messages of output', () => {
  it('split a long text between characters, and lose nothing', () => {
    const text = '😀'.repeat(20_000);
    const cut = pieces('stdout', text);
    assert.ok(cut.length > 1 && cut.every((piece) => piece.text.isWellFormed()));
    const sent = frames(cut);
    assert.ok(sent.every((frame) => frame.reduce((sum, piece) => sum + utf8Length(piece.text), 0) <= 48_000));
    assert.equal(
      sent.flat().reduce((sum, piece) => sum + piece.text, ''),
      text,
    );
  });

  it('contain an image completely, and only name one that does not fit', () => {
    assert.deepEqual(pieces('image', 'x'.repeat(WHOLE_PIECE_BYTES)).length, 1);
    const [note, ...more] = pieces('image', 'x'.repeat(WHOLE_PIECE_BYTES + 1));
    assert.deepEqual([note?.kind, more], ['note', []]);
    assert.match(note?.text ?? '', /too large to be shared/);
  });

  it('omit empty text, but not an empty prompt', () => {
    assert.deepEqual([pieces('stdout', ''), pieces('prompt', '')], [[], [out('prompt', '')]]);
  });

  it('contain the rest of output that was received in part', () => {
    const output = [out('stdout', 'abc'), out('prompt', ''), out('stderr', 'de')];
    assert.deepEqual(since(output, 2), [out('stdout', 'c'), out('prompt', ''), out('stderr', 'de')]);
    assert.deepEqual(since(output, 3), [out('prompt', ''), out('stderr', 'de')]);
    assert.deepEqual(since(output, 5), []);
  });
});

describe('the limit of output', () => {
  /** What a room shares of a run that a runner has cut. */
  function shared(kind: OutputKind, texts: readonly string[]): Output[] {
    const printed: Output[] = [];
    const room = runningRoom((pieces) => printed.push(...pieces));
    const print = (piece: Output) => {
      for (const frame of frames(pieces(piece.kind, piece.text))) room.print(1, 1, frame);
    };
    let end: readonly Output[] = [];
    const runner = new CappedOutput((message) => {
      if (message.type === 'output') print(message.chunk);
      if (message.type === 'tail') end = message.chunks;
    }, LIMITS.runOutputBytes);
    for (const text of texts) runner.write(kind, text);
    runner.finish();
    for (const piece of end) print(piece);
    return printed;
  }

  function runningRoom(tell: (output: readonly Output[]) => void): SharedRun {
    const clock: Pick<Clock, 'now' | 'after'> = { now: () => 0, after: () => () => {} };
    const run = new SharedRun(null, LIMITS, clock as Clock, {
      tell: (message) => message.type === 'printed' && tell(message.output),
      save: () => {},
    });
    const record = { request: 1, replica: 1, person: 'p', name: 'Ann', document: 1, version: 1, language: 'python' };
    assert.ok(run.start(record));
    return run;
  }

  it('is the same in runner and room: what a runner lets through is shared completely', () => {
    const flood = Array.from({ length: 2_000 }, (_, n) => `${n}`.padEnd(99, '.').concat('\n'));
    const printed = shared('stdout', flood);
    assert.ok(printed.at(-1)?.text.endsWith(flood.at(-1) ?? '?'), 'the last line is there');
    assert.deepEqual(
      printed.filter(({ text }) => text.startsWith('More output followed')),
      [],
    );
    const bytes = printed.reduce((sum, { text }) => sum + utf8Length(text), 0);
    assert.ok(bytes > LIMITS.runOutputBytes * 0.9, `${bytes} bytes`);
  });

  it('is the same for output of alternating kinds, whose pieces cost more than their text', () => {
    const printed: Output[] = [];
    const room = runningRoom((pieces) => printed.push(...pieces));
    const runner = new CappedOutput((message) => {
      const chunks = message.type === 'output' ? [message.chunk] : message.type === 'tail' ? message.chunks : [];
      if (message.type === 'tail' && !over) return;
      for (const frame of frames(chunks)) room.print(1, 1, frame);
    }, LIMITS.runOutputBytes);
    let over = false;
    for (let n = 0; n < 40_000; n++) runner.write(n % 2 ? 'stdout' : 'stderr', `${n}\n`);
    over = true;
    runner.finish();
    assert.equal(printed.at(-1)?.text, '39999\n');
    assert.deepEqual(
      printed.filter(({ text }) => text.startsWith('More output followed')),
      [],
    );
  });

  it('is the same for an image: the largest that a runner shows is shared', () => {
    assert.deepEqual(
      shared('image', ['x'.repeat(WHOLE_PIECE_BYTES)]).map(({ kind }) => kind),
      ['image'],
    );
    const [note] = shared('image', ['x'.repeat(WHOLE_PIECE_BYTES + 1)]);
    assert.equal(note?.kind, 'note');
    assert.match(note?.text ?? '', /too large to be shown here/, 'the runner names it, not the session');
  });
});
