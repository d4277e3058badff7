// Runs tests of questions in Node: reads cases as JSON, writes an outcome of each, structured, as functions return more than JSON has.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { serialize } from 'node:v8';

/** @typedef {import('./question-cases.js').Case} Case @typedef {import('./question-cases.js').Outcome} Outcome */
/** @type {{cases: Case[], seconds: number}} */
const { cases, seconds } = JSON.parse(readFileSync(0, 'utf8'));
// Tests are told as text, whoever runs this.
delete process.env.NODE_TEST_CONTEXT;
const write = process.stdout.write.bind(process.stdout);
// What a program prints is no outcome.
process.stdout.write = () => true;

/** @type {Outcome[]} */
const outcomes = [];
for (const one of cases) outcomes.push(await outcomeOf(one));
write(serialize(outcomes));

/** @param {Case} one @returns {Promise<Outcome>} */
async function outcomeOf({ folder, file, test }) {
  if (test.kind !== 'call') return program(folder, file, test);
  try {
    let target = await import(pathToFileURL(`${folder}/${file}`).href);
    for (const part of test.function.split('.')) target = target[part];
    const outcome = { value: await target(...test.args) };
    serialize(outcome);
    return outcome;
  } catch (error) {
    return { error: inspect(error) };
  }
}

/** @param {string} folder @param {string} file @param {import('../../party/shared/tests.js').Test} test @returns {Outcome} */
function program(folder, file, test) {
  const input = test.kind === 'io' ? test.stdin : '';
  const args = test.kind === 'code' ? ['--test-reporter=tap', file] : [file];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: seconds * 1000,
  });
  if (error || status !== 0) return { error: `${error ? error.message : stderr}\n${stdout}` };
  if (test.kind === 'io') return { output: stdout };
  return /^# tests [1-9]/m.test(stdout) ? {} : { error: 'There is no test in it.' };
}
