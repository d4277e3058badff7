// Pages use only APIs that browsers of 2023 have.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readSources, withoutComments } from './sources.js';

/** What the last browsers of 2022 do not have; what is asked for first, as `requestIdleCallback` is, does not stand here. */
const YOUNG =
  /\b(URL\.(canParse|parse)|AbortSignal\.any|Promise\.(withResolvers|try)|(Object|Map)\.groupBy|Array\.fromAsync|Iterator\.|RegExp\.escape|Uint8Array\.fromBase64)\b|\.(with|toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|checkVisibility|setHTMLUnsafe|getHTML|ariaNotify|toHex)\(|\.(querySelector(All)?|closest|matches)(<[^()]*>)?\([^;]*?:has\(/;

it('pages use only APIs that browsers of 2023 have', () => {
  // What runs in the sandbox's workers comes with runtimes that are younger.
  const files = [...readSources('components', 'party', 'demo')].filter(([path]) =>
    /^(components\/(?!runner\/worker\/)|party\/shared\/|demo\/site\/)/.test(path),
  );
  assert.ok(files.length > 100);
  const found = files.flatMap(([path, source]) => {
    const called = withoutComments(source).match(YOUNG);
    return called ? [`${path}: ${called[0]}`] : [];
  });
  assert.deepEqual(found, []);
});
