// Short names for CodeMirror's internal properties: consistent and unambiguous.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenNames, renamed } from '../../components/build/short-names.js';

const names = new Map([
  ['docView', 'aa'],
  ['lineBreaks', 'bb'],
]);

describe('short names', () => {
  for (const [before, after] of [
    ['this.docView.lineBreaks = 1', 'this.aa.bb = 1'],
    ['view?.docView', 'view?.aa'],
    ['let docView = view.docView', 'let docView = view.aa'],
    [
      'class A { docView = 0; get lineBreaks() {} static docView() {} }',
      'class A { aa = 0; get bb() {} static aa() {} }',
    ],
    ['f({ docView: 1, lineBreaks })', 'f({ aa: 1, bb: lineBreaks })'],
    ['let { docView, lineBreaks: b = 2 } = view', 'let { aa: docView, bb: b = 2 } = view'],
    ['let { docView = 1 } = view', 'let { aa: docView = 1 } = view'],
    [
      'f(view["docView"], view[docView], { [lineBreaks]: 1 })',
      'f(view["docView"], view[docView], { [lineBreaks]: 1 })',
    ],
  ] as const)
    it(`in ${before}`, () => assert.equal(renamed(before, names), after));

  it('are given only to CodeMirror’s own names, and to each only one', () => {
    const chosen = chosenNames();
    assert.ok(chosen.size > 300, `${chosen.size}`);
    assert.equal(new Set(chosen.values()).size, chosen.size);
    for (const name of ['state', 'dispatch', 'contentDOM', 'scrollTop', 'update', 'toString', 'keydown', 'constructor'])
      assert.ok(!chosen.has(name), name);
  });
});
