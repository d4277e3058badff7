// What is wrong with a tested program. Results are shared by the whole room, so these stay English there, and are translated where they are read.
import { heardLines } from '../../party/shared/heard-lines.js';
import { fill, type ValuesOf } from '../../party/shared/sentence.js';
import { heard, type Words } from './words.js';

export const FAULT_TEXTS = {
  late: 'It had not ended after {seconds} seconds.',
  stopped: 'It was stopped.',
  'stopped-before': 'It was stopped before its turn.',
  interrupted: 'It was interrupted.',
  'ended-early': 'The program ended itself before the test had.',
  'ended-failed': 'The program ended with an error.',
  'nothing-printed': 'Nothing was printed.',
  'line-missing': 'Line {line} is missing: {text}.',
  'line-extra': 'There should be no line {line}: {text}.',
  'line-differs': 'Line {line} should be {wanted}, not {given}.',
  'no-function': '{name} in {file} is no function.',
  'function-missing': 'There is no function {name} in {file}.',
  'function-near': 'There is no function {name} in {file}. Did you mean {near}?',
  'function-others': 'There is no function {name} in {file}. It has {names}.',
  'function-many': 'There is no function {name} in {file}. It has {names} and more.',
  'returned-large': 'What {name} returned is too large to be compared.',
  'returned-pending': 'It returned a promise that nothing is left to resolve.',
  'not-carried-out': 'The test was not carried out.',
  'rows-many': 'The query gives too many rows to be compared.',
  'rows-none': 'The query gives no rows. End it with a SELECT.',
  'all-skipped': 'Every test in {file} says that it is to be skipped.',
  'and-more': 'And {count} more.',
  'tests-failed': '{count} of {all} tests failed.',
  'no-python-tests': 'There is no test in {file}. Write functions whose names begin with test_.',
  'no-script-tests': 'There is no test in {file}. Write {example}.',
  'file-missing': 'There is no file {file}. Add it, or change the test.',
  'no-language': '{file} is in no language that can be run here.',
  'no-calls': 'Functions of {language} cannot be called by a test. Compare what the program prints instead.',
  'no-test-files': 'Test files in {language} cannot be run. Compare what the program prints instead.',

  'at-path': 'At {path}: {difference}',
  differs: 'Expected {wanted}, got {given}.',
  'lengths-differ': 'Expected a list of length {wanted}, got one of length {given}.',
  'columns-differ': 'Expected the columns {wanted}, got {given}.',
  incomparable: 'Got {given}, which cannot be compared. Return lists, objects, texts, numbers, true, false or null.',
  'holds-itself': 'Got a value that holds itself, which cannot be compared.',
  'value-missing': 'The value {value} is missing.',
  'value-extra': 'There should be no value {value}.',
  'key-missing': 'The key {key} is missing.',
  'key-extra': 'There should be no key {key}.',
  'row-missing': 'The row {row} is missing.',
  'row-extra': 'There should be no row {row}.',
} as const satisfies Words;

/** What a value is; these stand in the sentences above. */
export const KIND_WORDS = {
  list: 'a list',
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  set: 'a set',
  object: 'an object',
  value: 'a value',
} as const satisfies Words;

/** In English, as it is kept with the result. */
export function faultText<C extends keyof typeof FAULT_TEXTS>(
  code: C,
  ...[values]: ValuesOf<(typeof FAULT_TEXTS)[C]>
): string {
  return fill(FAULT_TEXTS[code], values);
}

/** As people read it: each line on its own. */
export function heardFault(reason: string): string {
  return heardLines(reason, heard);
}
