import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromBase64, toBase64, toHex } from '../../party/shared/bytes.js';
import { piecesOf, plainText, withLineFeeds } from '../../party/shared/plain-text.js';

describe('text as a room keeps it', () => {
  it('has LF for CRLF and for a lone CR', () => {
    assert.equal(withLineFeeds('a\r\nb\rc\n\r\n'), 'a\nb\nc\n\n');
  });

  it('has a replacement character for each half of a pair, and keeps whole ones', () => {
    assert.equal(plainText('\ud83d \ude00 😀\r\n'), '\ufffd \ufffd 😀\n');
  });
});

describe('pieces of a text', () => {
  it('are no longer than asked and part no pair', () => {
    assert.deepEqual([...piecesOf('ab😀cd', 3)], ['ab', '😀c', 'd']);
  });

  it('keep a half that stands alone, also where they end', () => {
    assert.deepEqual([...piecesOf('\ude00ab\ud83d', 2)], ['\ude00a', 'b\ud83d']);
  });

  it('are one for a text that is short or empty', () => {
    assert.deepEqual([...piecesOf('abc', 3)], ['abc']);
    assert.deepEqual([...piecesOf('', 3)], ['']);
  });
});

describe('bytes as text', () => {
  it('have two digits each', () => {
    assert.equal(toHex(Uint8Array.of(0, 9, 255)), '0009ff');
  });

  it('come back from base64, more than a function takes arguments too', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
  });

  it('are refused when they are no base64', () => {
    assert.throws(() => fromBase64('a'), DOMException);
  });
});
