// The prompt of a program is the whole line before it waits, in however many pieces it was printed.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openPrompt } from '../../components/session/run/open-prompt.js';
import type { CurrentRun } from '../../components/session/run/run-log.js';

const asked = (...output: [kind: string, text: string][]) => {
  const run = { id: '1', state: 'running', output: output.map(([kind, text]) => ({ kind, text })) };
  return openPrompt(run as unknown as CurrentRun)?.text;
};

it('a prompt printed in pieces is one', () => {
  assert.equal(asked(['stdout', 'Hello\nNa'], ['stdout', 'me'], ['stdout', ': '], ['prompt', '']), 'Name:');
  assert.equal(asked(['stdout', 'one '], ['stderr', 'oops'], ['stdout', 'Age'], ['prompt', '? ']), 'Age?');
  assert.equal(asked(['prompt', 'Name? ']), 'Name?');
  assert.equal(asked(['stdout', '\x1b[2JHi\n'], ['prompt', '\x1b[1;36mName?\x1b[0m ']), 'Name?');
});

it('earlier answers are not part of it', () => {
  assert.equal(asked(['prompt', 'Name? '], ['answer', 'Ada\n'], ['prompt', 'Age? ']), 'Age?');
  assert.equal(asked(['prompt', 'Name? '], ['answer', 'Ada\n']), undefined);
});
