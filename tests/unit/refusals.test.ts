/** The tables of refusals: every code is used, and every sentence ends, fits where it is sent, and identifies its code. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LATER_SENTENCES } from '../../components/session/refusal/later-sentences.js';
import { KNOWN_SENTENCES, refusalOf } from '../../components/session/refusal/refusal-of.js';
import { FIRST_SENTENCES } from '../../components/session/refusal/session-refusal.js';
import { LATER_TEXTS } from '../../components/wording/later-text.js';
import { REFUSAL_TEXTS } from '../../components/wording/refusal-text.js';
import { notAllowed, REFUSAL_SENTENCES, sentenceFor } from '../../party/shared/refusals.js';
import { ROLES } from '../../party/shared/roles.js';
import { readSources } from './sources.js';

const TABLE = Object.entries(REFUSAL_SENTENCES);
const KNOWN = Object.entries(KNOWN_SENTENCES);
/** What a close frame holds beside its code. */
const REASON_BYTES = 123;

/** As a pattern in which every value is any text without a line break. */
function pattern(sentence: string): RegExp {
  const parts = sentence.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+)')}$`);
}

/** Each is used, and nobody writes such a sentence beside the tables. */
function kept(tables: Readonly<Record<string, Readonly<Record<string, string>>>>, of: RegExp, beside: RegExp): void {
  const others = [...readSources('components')].filter(([path]) => !(path in tables));
  const used = others.map(([, source]) => source).join('\n');
  for (const [code, sentence] of Object.values(tables).flatMap((table) => Object.entries(table))) {
    assert.ok(used.includes(`'${code}'`), `nothing says ${code}`);
    assert.match(sentence, /\S{2} .*(\.|\{why\}|`|"\{address\}"\.)$/, code);
  }
  assert.deepEqual(
    others.filter(([path, source]) => of.test(path) && beside.test(source)).map(([path]) => path),
    [],
  );
}

describe('refusals of the element', () => {
  it('are all used, end with a full stop, and are not duplicated outside the tables', () => {
    const tables = {
      'components/wording/refusal-text.ts': REFUSAL_TEXTS,
      'components/wording/later-text.ts': LATER_TEXTS,
    };
    const beside =
      /(?:\b(?:refuse|failed|#refuse|replaceText)\((?:[\w\s.$'-]+,)?|new Error\()\s*(['"`])[A-Z][^'"`]* [^'"`]*/;
    kept(tables, /^components\/(code-room|element\/|editor\/|run\/run-controller|wording\/)/, beside);
  });
});

describe('refusals of a session', () => {
  it('are all used, end with a full stop, and are not duplicated outside the tables', () => {
    const tables = {
      'components/session/refusal/session-refusal.ts': FIRST_SENTENCES,
      'components/session/refusal/later-sentences.ts': LATER_SENTENCES,
    };
    // A program that uses it wrongly hears of that in a TypeError or RangeError.
    kept(
      tables,
      /^components\/session\//,
      /(?:(?<!throw )new Error\(|reject\(|#turnAway\(|RefusedEvent\()[^;]*['"`][A-Z][^'"`]* [^'"`]*/,
    );
  });
});

describe('refusals of a room', () => {
  it('fill in their values, with the singular for one', () => {
    assert.match(sentenceFor('many-runs', { seconds: 1 }), /Run again in 1 second\.$/);
    assert.match(sentenceFor('many-runs', { seconds: 12 }), /Run again in 12 seconds\.$/);
    assert.equal(sentenceFor('file-too-large', { kib: 512 }), 'This holds at most 512 KiB. Remove something first.');
  });

  it('are sentences that end, and that fit into a close reason', () => {
    for (const [code, sentence] of TABLE) {
      assert.match(sentence, /^[A-Z].*[.…]$/, code);
      assert.ok(new TextEncoder().encode(sentence).length <= REASON_BYTES, `${code} is too long`);
    }
  });

  it('are distinguishable, also from those of a session, with the values in them', () => {
    for (const [code, sentence] of KNOWN) {
      const filled = sentence.replace(/\{[^}]+\}/g, '17 x');
      const alike = KNOWN.filter(([, other]) => pattern(other).test(filled)).map(([other]) => other);
      assert.deepEqual(alike, [code]);
    }
  });

  it('can be found by their sentences, with the values in them', () => {
    for (const [code, sentence] of KNOWN) {
      const values: Record<string, string> = {};
      const filled = sentence.replace(/\{(\w+)(?::\w+\|(\w+))?\}/g, (_, name: string, unit?: string) => {
        values[name] = unit ? '17' : 'it is "17 x" (a).';
        return unit ? `17 ${unit}` : (values[name] ?? '');
      });
      assert.deepEqual(refusalOf(filled), { code, values }, filled);
    }
    for (const other of ['', 'Nothing of the kind.', 'There is no such room. Check'])
      assert.equal(refusalOf(other), null);
  });

  it('are all used by the room, and none is duplicated outside the table', () => {
    const sources = [...readSources('party')].filter(([path]) => path !== 'party/shared/refusals.ts');
    const code = sources.map(([, source]) => source).join('\n');
    const own = readSources('party').get('party/shared/refusals.ts')?.split('export function').slice(1).join('') ?? '';
    for (const [name, sentence] of TABLE) {
      assert.ok(code.includes(`'${name}'`) || own.includes(`'${name}'`), `nothing says ${name}`);
      assert.ok(!code.includes(`'${sentence}'`), `${name} is written twice`);
    }
    const beside =
      /(?:\b(?:AccessDenied|TurnedAway|EditRefused|refused?|notice|expel|close|turnAway)\((?:[\w\s.$]+,)*|sentence:)\s*(['"`])[A-Z][^'"`]* [^'"`]*\1/;
    const others = sources.filter(([path, source]) => /^party\/(?!http\/)/.test(path) && beside.test(source));
    assert.deepEqual(
      others.map(([path]) => path),
      [],
    );
  });

  it('about a missing right name the role', () => {
    for (const role of ROLES) {
      assert.equal(notAllowed(role, 'lock'), `As ${role} you may not do this. Ask an interviewer.`);
      assert.equal(notAllowed(role, 'edit'), `As ${role} you can watch, but not change or run anything here.`);
    }
  });
});
