/** Lines are indented where the parser has not come so far yet. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { python } from '@codemirror/lang-python';
import { getIndentation, IndentContext, syntaxTree } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { indentUnparsed } from '../../components/editor/unparsed-indentation.js';

/** More than a parser reads at once when a file is opened. */
const ABOVE = 'x = [1, 2, 3]\n'.repeat(400);
const BLOCK = 'try:\n    print(1)\n    finally:';

function opened(more: Extension = []) {
  const state = EditorState.create({ doc: ABOVE + BLOCK, extensions: [python(), more] });
  assert.ok(syntaxTree(state).length < state.doc.length, 'the parser is behind');
  return state;
}

// The parser stops by the clock, which a busy machine does not outrun here.
mock.timers.enable({ apis: ['Date'] });

it('says where a line belongs that the parser has not reached', () => {
  const [late, state] = [opened(), opened(indentUnparsed)];
  const last = state.doc.lines;
  assert.deepEqual(
    [late, state].map((one) => getIndentation(one, one.doc.line(last).from)),
    [null, 0],
  );
  const end = state.doc.line(last - 1).to;
  assert.equal(getIndentation(new IndentContext(state, { simulateBreak: end }), end), 2);
});
