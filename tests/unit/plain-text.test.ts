/** Text as a room stores it: normalised, measured in UTF-8 and cut into pieces; bytes written as text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromBase64, toBase64, toHex } from '../../party/shared/bytes.js';
import { piecesOf, plainText, utf8Length, withLineFeeds } from '../../party/shared/plain-text.js';

describe('normalised text', () => {
  it('has LF for CRLF and for a lone CR', () => {
    assert.equal(withLineFeeds('a\r\nb\rc\n\r\n'), 'a\nb\nc\n\n');
  });

  it('has a replacement character for each lone surrogate, and keeps pairs', () => {
    assert.equal(plainText('\ud83d \ude00 😀\r\n'), '\ufffd \ufffd 😀\n');
  });
});

describe('the UTF-8 length of a text', () => {
  it('counts a lone surrogate as a replacement character', () => {
    for (const text of ['', 'aé漢😀\n', 'a\ud800', '\udc00\ud800', '\ud800é\udc00', '\ud800😀\udc00'])
      assert.equal(utf8Length(text), new TextEncoder().encode(text).length, JSON.stringify(text));
  });
});

describe('pieces of a text', () => {
  it('are no longer than asked and split no pair', () => {
    assert.deepEqual([...piecesOf('ab😀cd', 3)], ['ab', '😀c', 'd']);
  });

  it('keep a lone surrogate, also at their end', () => {
    assert.deepEqual([...piecesOf('\ude00ab\ud83d', 2)], ['\ude00a', 'b\ud83d']);
  });

  it('are one for a short or empty text', () => {
    assert.deepEqual([...piecesOf('abc', 3)], ['abc']);
    assert.deepEqual([...piecesOf('', 3)], ['']);
  });
});

describe('bytes as text', () => {
  it('have two hex digits each', () => {
    assert.equal(toHex(Uint8Array.of(0, 9, 255)), '0009ff');
  });

  it('are decoded from base64, also more than a function takes arguments', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
  });

  it('are refused when they are not base64', () => {
    assert.throws(() => fromBase64('a'), DOMException);
  });
});
