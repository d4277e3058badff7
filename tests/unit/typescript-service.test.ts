/** What knows TypeScript for the editor: errors, suggestions, names and parameters over the files of a room, which it is told of as they change. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { typescriptLibraries } from '../../components/runner/tools/build.js';
import type { LanguageQuestion, Mistake, Suggestion } from '../../components/runner/tools/language-service.js';
import { TypeScriptService } from '../../components/runner/worker/tools/typescript/service.js';

const service = new TypeScriptService(JSON.parse(typescriptLibraries().toString()));
let life = '';

/** `|` is the place that is asked about. */
function ask<T>(kind: LanguageQuestion['kind'], file: string, marked: string, others: Record<string, string> = {}): T {
  const at = marked.indexOf('|');
  const files = { ...others, [file]: marked.replace('|', '') };
  const reply = service.ask({ life, files, question: { kind, file, at } });
  life = reply.life;
  return reply.answer as T;
}

const errors = (file: string, text: string, others: Record<string, string> = {}) =>
  ask<Mistake[]>('errors', file, `${text}|`, others).map(({ message }) => message);

it('tells what is wrong, and not that types are not written down', () => {
  const others = { 'bank.ts': 'export const add = (a: number, b: number) => a + b;\nconst xs = 1;\n' };
  assert.deepEqual(errors('main.ts', "import { add } from './bank';\nadd(1, 'a');\n", others), [
    "Argument of type 'string' is not assignable to parameter of type 'number'.",
  ]);
  const loose = 'const xs = [];\nxs.push(1);\nfunction f(a, b) { return a; }\nf(1, 2);\nexport const m = (x) => x.y;\n';
  assert.deepEqual(errors('main.ts', loose), []);
});

it('knows what programs have here: workers, Node, tests, elements', () => {
  const text = `import fs, { readFileSync } from 'node:fs';\nimport React, { useState } from 'react';
const name = prompt('a');\nsetTimeout(() => console.log(process.argv, require('util'), name), 1);
const [n] = useState(0);\nexport const A = () => <main className="a">{n}{fs.x}{readFileSync}{React.y}</main>;
describe('a', () => it('b', () => expect(structuredClone(1)).toBe(1)));\n`;
  assert.deepEqual(errors('app.tsx', text), []);
  assert.deepEqual(errors('plain.js', 'const o = { a: 1 };\no.b();\nfoo(1)\n'), []);
  assert.equal(errors('broken.js', 'const = 1;\n').length > 0, true);
});

it('suggests what there is, of other files too', () => {
  const names = (marked: string) => ask<Suggestion[]>('complete', 'main.ts', marked).map(({ label }) => label);
  assert.deepEqual(names('const n = 1;\nn.toF|').slice(0, 2), ['toExponential', 'toFixed']);
  assert.ok(names("import * as bank from './bank';\nbank.|").includes('add'));
  assert.ok(names('const account = { cents: 1 };\nacc|').includes('account'));
  assert.ok(!names('ret|').includes('return'), 'words of the language the editor has by itself');
});

it('tells what a name is, and which parameter is written', () => {
  const hover = ask<{ code: string }>('hover', 'main.ts', "import { add } from './bank';\nad|d(1, 2);\n");
  assert.match(hover.code, /add\(a: number, b: number\): number/);
  const call = "import { add } from './bank';\nadd(1, |);\n";
  const signature = ask<{ code: string; from: number; to: number }>('signature', 'main.ts', call);
  assert.equal(signature.code.slice(signature.from, signature.to), 'b: number');
});

it('says that it is a stranger to whoever has told another, and begins anew with whoever has told nobody', () => {
  const question = { kind: 'errors', file: 'main.ts', at: 0 } as const;
  assert.equal(service.ask({ life: 'another', files: {}, question }).stranger, true);
  const again = service.ask({ life: '', files: { 'main.ts': "import { add } from './bank';\nadd;\n" }, question });
  assert.match((again.answer as Mistake[])[0]?.message ?? '', /bank/);
  life = again.life;
  assert.equal(service.ask({ life, files: { 'main.ts': null }, question }).answer, null);
});
