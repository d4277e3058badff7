/** Phases of the timer as people write them, in their own script. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPhases, writePhases } from '../../components/interview/timer-text.js';
import type { Words } from '../../components/wording/words.js';

const LANGUAGES = ['ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt', 'uk', 'zh'];
const EXAMPLE = 'read 5, code 25, discuss 10';
const OF_QUESTION = 'read 5, code {minutes}, discuss 5';
const MINUTES = [5, 25, 10];

describe('phases of the timer', () => {
  for (const text of [
    EXAMPLE,
    'read 5; code 25 min; discuss: 10 minutes',
    'read 5\ncode 25m\n\ndiscuss = 10',
    '阅读 5，编写 25，讨论 10',
    '阅读 5分钟；编写 25 分鐘；讨论 10',
    '読む５、書く２５分、話し合う１０分',
    'قراءة ٥، برمجة ٢٥ دقيقة، نقاش ١٠',
    'قراءة ۵؛ برمجة ۲۵؛ نقاش ۱۰',
    'पढ़ना ५, कोड २५ मिनट, चर्चा १०',
    'читання 5 хв, код 25 хвилин, обговорення 10',
    'lesen 5 Min., programmieren 25, besprechen 10 Minuten',
  ])
    it(`are read as ${JSON.stringify(text)}`, () => {
      const phases = readPhases(text);
      assert.deepEqual(
        phases?.map(({ minutes }) => minutes),
        MINUTES,
      );
      assert.ok(phases?.every(({ name }) => name !== '' && !/[\d\p{Nd}:=]/u.test(name)));
      assert.deepEqual(readPhases(writePhases(phases)), phases);
    });

  it('are read again as they were written, whatever their names are', () => {
    const written = writePhases([
      { name: 'Read, ask; think', minutes: 5 },
      { name: '読む、書く', minutes: 2 },
    ]);
    assert.deepEqual(readPhases(written), [
      { name: 'Read ask think', minutes: 5 },
      { name: '読む 書く', minutes: 2 },
    ]);
  });

  it('may have a part of a minute, and digits in their names', () => {
    assert.deepEqual(readPhases('part 2 7.5, 3, भाग २ ٧٫٥'), [
      { name: 'part 2', minutes: 7.5 },
      { name: '', minutes: 3 },
      { name: 'भाग २', minutes: 7.5 },
    ]);
  });

  it('may have a comma in a number, which is one where no space comes after it', () => {
    const phases = [
      { name: 'lesen', minutes: 7.5 },
      { name: 'coden', minutes: 25 },
      { name: '', minutes: 2.5 },
    ];
    assert.deepEqual(readPhases('lesen 7,5, coden 25, 2,5'), phases);
    assert.deepEqual(readPhases('lesen 7,5 Min.,coden 25; 2,5'), phases);
    // What has more of them is no number.
    for (const text of ['5,25,10', '5, 25, 10', 'read 5,code 25, 10', '５，２５，１０'])
      assert.deepEqual(
        readPhases(text)?.map(({ minutes }) => minutes),
        MINUTES,
        text,
      );
  });

  it('without minutes, or with too many, are refused', () => {
    for (const text of ['', 'read, code', 'read 0', 'read 5 code', 'read 99999']) assert.equal(readPhases(text), null);
  });

  for (const language of LANGUAGES)
    it(`are read as they are proposed in ${language}`, async () => {
      const { default: words } = (await import(`../../components/wording/languages/${language}.js`)) as {
        default: Words;
      };
      for (const [key, minutes] of [
        [EXAMPLE, MINUTES],
        [OF_QUESTION, [5, 20, 5]],
      ] as const)
        assert.deepEqual(
          readPhases(words[key]?.replace('{minutes}', '20') ?? '')?.map((phase) => phase.minutes),
          minutes,
        );
    });
});
