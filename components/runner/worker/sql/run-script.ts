// In which order a program of SQL is run, by whichever database: the schemas of page and room, the setup of a test, then the file.
import type { TestReport } from '../../messages.js';
import type { Program } from '../serve.js';

/** What runs the statements of one program; `run` answers false when an error ended them. */
interface SqlScript {
  /** `quiet`: nothing is printed or counted; `test`: the last rows are kept for a test. */
  run(code: string, name: string, quiet: boolean, test?: boolean): boolean;
  readonly rows: TestReport;
  finish(): void;
}

/** False if an error ended the program. */
export function runScript(
  script: SqlScript,
  { code, fileName, files, schema, test }: Program,
  tell: (report: TestReport) => void,
): boolean {
  const own = files.filter(({ name }) => /^(?:.*\/)?schema\.sql$/i.test(name));
  const done =
    script.run(schema, 'the schema', true) &&
    own.every(({ name, text }) => script.run(text, name, true)) &&
    (test?.kind !== 'rows' || script.run(test.setup, 'the setup of the test', true)) &&
    script.run(code, fileName, false, test?.kind === 'rows');
  if (done && test?.kind === 'rows') tell(script.rows);
  else if (done) script.finish();
  return done;
}
