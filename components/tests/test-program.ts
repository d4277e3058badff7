/** Converts a test to a program to run: file, language and input; or says why that is impossible. */

import { fileNamed } from '../../party/shared/clean-names.js';
import { languageOfFile } from '../../party/shared/file-languages.js';
import type { TestRequest } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import { registeredLanguage } from '../run/file-language.js';
import { isRemote } from '../runner/languages/definition.js';
import { languageDefinition } from '../runner/languages/registry.js';
import type { RunRequest, TestTask } from '../runner/runner.js';
import { faultText } from '../wording/fault-text.js';

/** In total, not of silence: a program that prints without end must end, too. */
export const TEST_LIMIT_MS = 10_000;

const CALLS = new Set(['python', 'javascript', 'typescript', 'jsx', 'tsx', 'lua']);
const TEST_FILES = new Set(['python', 'javascript', 'typescript', 'jsx', 'tsx', 'sql', 'postgres']);
/** Languages in which a test compares rows. */
const OF_ROWS = new Set(['sql', 'postgres']);

export type TestProgram = { request: Omit<RunRequest, 'id'> } | { sentence: string };

export function testProgram(test: Test, { files, entry, language: ofEntry }: TestRequest): TestProgram {
  const file = fileNamed(files, test.file ?? entry);
  if (!file) return { sentence: faultText('file-missing', { file: test.file ?? entry }) };
  const fileName = file.name;
  // SQL is of the database of the room, whichever that is: the extension says no more than that.
  const ofFile = registeredLanguage(fileName).language ?? languageOfFile(fileName, ofEntry);
  const language = fileName === entry ? ofEntry : ofFile;
  const definition = languageDefinition(language);
  if (!definition) return { sentence: faultText('no-language', { file: fileName }) };
  const sentence = isRemote(definition) || !fits(test, language) ? unfitting(test, definition.label) : '';
  if (test.kind !== 'io' && sentence) return { sentence };
  return {
    request: {
      language,
      code: file.text,
      fileName,
      files: files.filter((each) => each !== file),
      stdin: test.kind === 'io' ? test.stdin : '',
      timeLimitMs: TEST_LIMIT_MS,
      test: taskOf(test),
    },
  };
}

function fits(test: Test, language: string): boolean {
  if (test.kind === 'call') return CALLS.has(language);
  return test.kind === 'io' || (TEST_FILES.has(language) && OF_ROWS.has(language) === (test.rows !== undefined));
}

function unfitting({ kind }: Test, label: string): string {
  return faultText(kind === 'call' ? 'no-calls' : 'no-test-files', { language: label });
}

function taskOf(test: Test): TestTask {
  if (test.kind === 'io') return { kind: 'io' };
  if (test.kind === 'call') return { kind: 'call', function: test.function, args: JSON.stringify(test.args) };
  return test.rows ? { kind: 'rows', setup: test.setup ?? '' } : { kind: 'code' };
}
