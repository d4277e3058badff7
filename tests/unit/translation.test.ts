/** Translation: each sentence about a refusal has a unique code, and is translated wherever it comes from. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CodeRoomErrorEvent, CodeRoomStatusEvent } from '../../components/element/events.js';
import { forwardEvents } from '../../components/element/forward-events.js';
import { LATER_SENTENCES } from '../../components/session/refusal/later-sentences.js';
import { KNOWN_SENTENCES } from '../../components/session/refusal/refusal-of.js';
import { FIRST_SENTENCES, SessionRefusal } from '../../components/session/refusal/session-refusal.js';
import { Session } from '../../components/session/session.js';
import { RefusedEvent } from '../../components/session/sync/events.js';
import { firstDifference } from '../../components/tests/compare-values.js';
import { ADDED_TEXTS, addedText, broughtSentence } from '../../components/wording/added-files.js';
import { sentenceOf } from '../../components/wording/errors.js';
import { FAULT_TEXTS, heardFault } from '../../components/wording/fault-text.js';
import { LATER_TEXTS, laterText } from '../../components/wording/later-text.js';
import { spokenBy } from '../../components/wording/locale.js';
import { REFUSAL_TEXTS, refusalText } from '../../components/wording/refusal-text.js';
import { refusalIn } from '../../components/wording/status-text.js';
import { TEST_TEXTS, testText } from '../../components/wording/test-text.js';
import { speech, type Words } from '../../components/wording/words.js';
import { fill } from '../../party/shared/sentence.js';
import { codeIn } from '../../party/shared/sentence-code.js';
import { TEST_FAULTS } from '../../party/shared/test-faults.js';
import { readSources } from './sources.js';

const SESSION_TABLES = { ...FIRST_SENTENCES, ...LATER_SENTENCES };
const TABLES = [KNOWN_SENTENCES, REFUSAL_TEXTS, LATER_TEXTS, ADDED_TEXTS, TEST_TEXTS];

type Values = Record<string, string | number>;

/** A value for each brace: a number where it counts something. */
function valuesFor(sentence: string): Values {
  const braces = [...sentence.matchAll(/\{(\w+)(:[^}]+)?\}/g)];
  return Object.fromEntries(braces.map(([, name = '', unit]) => [name, unit ? 7 : `«${name}» (a).`]));
}

/** A language made up for the test: the code, and then the values in their order, with units that are no English letters. */
const madeUpOf = (tables: readonly Readonly<Record<string, string>>[]): Record<string, string> =>
  Object.fromEntries(
    tables
      .flatMap((table) => Object.entries(table))
      .map(([code, sentence]) => {
        const braces = [...sentence.matchAll(/\{(\w+)(:[^}]+)?\}/g)];
        const values = braces.map(([, name, unit]) => (unit ? `{${name}:секунда|секунд}` : `{${name}}`));
        return [sentence, `¡${[code, ...values].join(' ')}!`];
      }),
  );
const madeUp = madeUpOf(TABLES);

function speak(words: Words): void {
  speech.now = spokenBy(words, 'la');
}

/** Each code with its English sentence and what it is in the made-up language. */
function all(table: Readonly<Record<string, string>>): [code: string, values: Values, english: string, said: string][] {
  return Object.entries(table).map(([code, sentence]) => {
    const values = valuesFor(sentence);
    return [code, values, fill(sentence, values), fill(madeUp[sentence] ?? '', values)];
  });
}

describe('another language', () => {
  afterEach(() => {
    speech.now = undefined;
  });

  it('finds each sentence by a unique code', () => {
    const codes = TABLES.flatMap((table) => Object.keys(table));
    assert.deepEqual(
      codes.filter((code, at) => codes.indexOf(code) !== at),
      [],
    );
  });

  it('replaces the element’s own refusals', () => {
    speak(madeUp);
    for (const [code, values, , said] of all(REFUSAL_TEXTS))
      assert.equal(refusalText(code as 'run-language', values as never), said);
    for (const [code, values, , said] of all(LATER_TEXTS))
      assert.equal(laterText(code as 'starter-twice', values as never), said);
    for (const [code, values, , said] of all(ADDED_TEXTS))
      assert.equal(addedText(code as 'files-added', values as never), said);
    for (const [code, values, , said] of all(TEST_TEXTS))
      assert.equal(testText(code as 'no-such-test', values as never), said);
  });

  it('replaces those of rooms and sessions: in events, in the session’s status, and in rejections', () => {
    speak(madeUp);
    const session = new Session({});
    const element = new EventTarget();
    forwardEvents(element, session, new AbortController().signal);
    const heard: string[] = [];
    const hear = (event: Event) => {
      if (event instanceof CodeRoomErrorEvent || event instanceof CodeRoomStatusEvent) heard.push(event.sentence);
    };
    for (const type of ['code-room-error', 'code-room-status']) element.addEventListener(type, hear);
    for (const [code, values, english, said] of all(KNOWN_SENTENCES)) {
      const own = SESSION_TABLES[code as 'has-ended'];
      const why = own ? new SessionRefusal(code as 'has-ended', own, values) : { message: english };
      assert.equal(why.message, english);
      session.dispatchEvent(new RefusedEvent('invalid', why));
      Object.defineProperty(session, 'why', { value: why, configurable: true });
      session.dispatchEvent(new Event('status'));
      assert.deepEqual(heard.splice(0), [said, said], code);
      assert.equal(refusalIn(session), said);
      assert.equal(sentenceOf(own ? why : new Error(english)), said);
    }
  });

  it('replaces every part of the sentence about added files', () => {
    const brought = (why: string) => ({
      added: 1,
      replaced: 2,
      faults: new Map([[why, ['a', 'b', 'c', 'd', 'e', 'f']]]),
      leftOut: ['.git'],
    });
    assert.equal(
      broughtSentence(brought(addedText('file-large'))),
      '1 file was added. 2 files were replaced. ' +
        'Not added: a, b, c, d, e and 1 more (larger than 512 KiB; take a part of it). Left out: .git (hidden, or packages).',
    );
    speak(madeUp);
    assert.equal(
      broughtSentence(brought(addedText('file-large'))),
      '¡files-added 1 секунда! ¡files-replaced 2 секунд! ' +
        '¡files-refused ¡names-and-more a, b, c, d, e 1! (¡file-large!)! ¡files-left-out .git!',
    );
  });

  it('leaves untranslated sentences in English', () => {
    speak({ [KNOWN_SENTENCES['room-full']]: '¡lleno!' });
    assert.equal(sentenceOf(new Error(KNOWN_SENTENCES['room-full'])), '¡lleno!');
    assert.equal(sentenceOf(new Error(KNOWN_SENTENCES['lobby-full'])), KNOWN_SENTENCES['lobby-full']);
    assert.equal(sentenceOf(new Error('Whatever a page throws.')), 'Whatever a page throws.');
    assert.equal(refusalText('run-off'), REFUSAL_TEXTS['run-off']);
  });

  it('has its own units', () => {
    speak({ [KNOWN_SENTENCES['many-runs']]: '{seconds:секунда|секунд}' });
    const one = fill(KNOWN_SENTENCES['many-runs'], { seconds: 1 });
    assert.equal(sentenceOf(new Error(one)), '1 секунда');
  });

  it('replaces each fault of a program or a test by its own, also where a shorter one would fit', () => {
    const like = { name: 'add', names: 'sub, mul', near: 'and', file: 'main.py', wanted: 'a, b', given: 'a, c' };
    const words = madeUpOf([FAULT_TEXTS, TEST_FAULTS]);
    speak(words);
    for (const sentence of Object.keys(words)) {
      const values = { ...valuesFor(sentence), ...like };
      assert.equal(heardFault(fill(sentence, values)), fill(words[sentence] ?? '', values));
    }
    const lists = firstDifference([[1]], [[1, 2]]);
    assert.equal(lists && heardFault(lists.text), '¡lengths-differ 2 1!');
  });

  it('reads a result made to be looked at for ever in no time, and shows its first lines translated', () => {
    speak({
      [FAULT_TEXTS['line-differs']]: '¡{line} {wanted} {given}!',
      [FAULT_TEXTS['nothing-printed']]: '¡nada!',
    });
    const began = performance.now();
    const forged = `Line 1${' should be 1'.repeat(3_000)}${', not 1'.repeat(3_000)}`;
    assert.equal(heardFault(forged), forged);
    const many = heardFault('Nothing was printed.\n'.repeat(300_000)).split('\n');
    assert.deepEqual([many[0], many[19], many[20]], ['¡nada!', '¡nada!', 'Nothing was printed.']);
    assert.ok(performance.now() - began < 1_000, `${performance.now() - began} ms`);
  });

  it('takes as much as possible for the first value, and no value that is empty or has two lines', () => {
    const words = { differs: '{line} should be {wanted}, not {given}.', 'and-more': 'And {count:test|tests} more.' };
    const found = (sentence: string) => codeIn(words, sentence)?.values;
    assert.deepEqual(found('1 should be 2 should be 3, not 4, not 5.'), {
      line: '1 should be 2',
      wanted: '3, not 4',
      given: '5',
    });
    assert.deepEqual(found('And 7 tests more.'), { count: '7' });
    for (const none of [
      ' should be 2, not 3.',
      '1 should be , not 3.',
      '1 should be 2, not .',
      '1 should be 2\n, not 3.',
    ])
      assert.equal(found(none), undefined, none);
  });

  it('is used wherever the element shows a sentence of the session', () => {
    const past = /\.message\b(?! ===)|\bsession\??\.refusal(?!\)|\s*\?|\s*[!=]==)|\bwhy\.message\b/;
    const shown = /^components\/(code-room[\w-]*\.ts$|(element|editor|run|tests|replay|output|brief)\/)/;
    const found = [...readSources('components')].filter(([path, source]) => shown.test(path) && past.test(source));
    assert.deepEqual(
      found.map(([path]) => path),
      [],
    );
  });
});
