/** Names of people and files lose invisible characters and stacked marks, and keep what spells. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanName } from '../../party/shared/clean-names.js';

describe('a name', () => {
  const names: [given: string, cleaned: string][] = [
    ['  Ann \n Lee ', 'Ann Lee'],
    ['A\u202enn\u200b', 'Ann'],
    ['Zoe\u0308', 'Zoë'],
    ['\u0000\u2066', ''],
    ['x'.repeat(100), 'x'.repeat(64)],
    ['👩‍💻', '👩‍💻'],
    ['a\u200db \u200cAnn\u200d', 'ab Ann'],
    ['x\u{e0100}\ufe0f a\ufe0f', 'x a'],
    ['\u{e0067}\u{e0062}Ann\u{e007f}', 'Ann'],
    ['🙂\u200d', '🙂'],
    ['🙂\u200dAnn \u200d🙂', '🙂Ann 🙂'],
    ['می\u200c\u200c\u200dخواهم\u200c', 'میخواهم'],
    ['𝐀\u200d𝐁', '𝐀𝐁'],
    ['가\u200d나 あ\u200cい ก\u200dข', '가나 あい กข'],
    ['\u0301\u0300\u200d\u0ccdಕ', 'ಕ'],
    ['ส\u0e47\u0e47\u0e47\u0e47\u0e47\u0e47\u0e47', 'ส\u0e47\u0e47\u0e47\u0e47\u0e47'],
    [`${'x'.repeat(63)}👩‍👧`, `${'x'.repeat(63)}👩`],
    [`${'x'.repeat(62)}👩‍👧`, `${'x'.repeat(62)}👩`],
    ['a\u0301\u0301\u0301\u0301\u0301', 'á\u0301\u0301'],
    [' \u0301\u0302abc', 'abc'],
    ['\u0301\u0302', ''],
  ];
  for (const [given, cleaned] of names) {
    it(`${JSON.stringify(given).slice(0, 30)} becomes ${JSON.stringify(cleaned).slice(0, 30)}`, () => {
      assert.equal(cleanName(given, 64), cleaned);
      assert.equal(cleanName(cleaned, 64), cleaned);
    });
  }

  /** Invisible characters that spell, and pictures made of several: each as its people write it. */
  for (const name of [
    'علی‌رضا',
    'می‌خواهم.py',
    'ه‍.ش',
    'क्‍ष',
    'क्‌ष',
    'র‍্যাচেল',
    'රාජ්‍ය ශ්‍රී',
    'രാജന്‍',
    'ಕ್‍ರೂ',
    'నమస్‌కారం',
    'ဖြိုး မြောက်',
    'བསྒྲུབས',
    'ᠮᠣᠩᠭᠣᠯ',
    '👩‍👩‍👧',
    '👩🏽‍🚀 Ann',
    '❤️‍🔥',
    '🏳️‍⚧️',
    '🏴‍☠️',
    '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    '1️⃣',
    '☺︎',
    '葛󠄀城',
    '👨‍👩‍👧‍👦.py',
  ])
    it(`${name} is not changed`, () => assert.equal(cleanName(name, 64), name.normalize('NFC')));
});
