/** The TypeScript language service of the editor: errors, suggestions, names and parameters in the files of a room, which are sent to it as they change. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { typescriptLibraries } from '../../components/runner/tools/build.js';
import type { LanguageDiagnostic, LanguageQuery, Suggestion } from '../../components/runner/tools/language-service.js';
import { TypeScriptService } from '../../components/runner/worker/tools/typescript/service.js';

const service = new TypeScriptService(JSON.parse(typescriptLibraries().toString()));
let life = '';

/** The last `|` is the place that is asked about. */
function ask<T>(kind: LanguageQuery['kind'], file: string, marked: string, others: Record<string, string> = {}): T {
  const at = marked.lastIndexOf('|');
  const files = { ...others, [file]: marked.slice(0, at) + marked.slice(at + 1) };
  const reply = service.ask({ life, files, question: { kind, file, at } });
  life = reply.life;
  return reply.answer as T;
}

const errors = (file: string, text: string, others: Record<string, string> = {}) =>
  ask<LanguageDiagnostic[]>('errors', file, `${text}|`, others).map(({ message }) => message);

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

/** Programs in which nothing is wrong. */
const RIGHT: [file: string, text: string][] = [
  ['a.tsx', "import { useState } from 'react';\nconst [n, set] = useState<string[]>([]);\nset([...n, 'a']);"],
  [
    'a.tsx',
    "import { FC } from 'react';\nexport const A: FC = () => null;\nexport const B: FC<{ a: number }> = ({ a }) => <p>{a}</p>;",
  ],
  [
    'a.tsx',
    "import type { FC, ReactNode } from 'react';\nexport const B: FC<{ a: ReactNode }> = ({ a }) => <p>{a}</p>;",
  ],
  [
    'a.tsx',
    "import React from 'react';\nexport const B: React.FC<{ a: number }> = ({ a }) => <p>{a}</p>;\nexport function f(e: React.ChangeEvent<HTMLInputElement>) { return e.target.value; }",
  ],
  [
    'a.tsx',
    "import * as React from 'react';\nexport const B: React.FC<{ a: number }> = ({ a }) => <p>{a}</p>;\nReact.useRef<number>(0);",
  ],
  [
    'a.tsx',
    'export const B = ({ a }: { a: number }) => <p>{a}</p>;\nexport const C = () => <>{[1, 2].map((a) => <B key={a} a={a} />)}</>;',
  ],
  [
    'a.tsx',
    'export const B = ({ children }: { children: string }) => <p>{children}</p>;\nexport const C = () => <B>text</B>;',
  ],
  [
    'a.tsx',
    'import { useRef, Component } from \'react\';\nexport class D extends Component<{ a: number }, { n: number }> { state = { n: 0 }; render() { return <p ref={useRef(null)}>{this.props.a}</p>; } }\nexport const C = () => <D a={1} ref={useRef(null)} key="1" />;',
  ],
  ['a.tsx', 'export const C = (): JSX.Element => <p />;'],
  ['a.tsx', "import { useRef } from 'react';\nconst r = useRef<HTMLInputElement>(null); r.current?.focus();"],
  [
    'a.tsx',
    "import { type ReactNode, createContext, useReducer } from 'react';\ntype Props = { children: ReactNode };\nexport const P = ({ children }: Props) => <div>{children}</div>;\nconst X = createContext<number | null>(null);\nexport const Q = () => <P><b /><i /></P>;\nexport const R = () => <X.Provider value={1}><b /></X.Provider>;\nconst [s, d] = useReducer((s: number, a: 'up') => s + 1, 0); d('up'); s;",
  ],
  [
    'm.ts',
    'let t: NodeJS.Timeout = setTimeout(() => {}, 1);\nclearTimeout(t);\nlet u: NodeJS.Timeout | null = null; u = setInterval(() => {}, 1); if (u) clearInterval(u); let v: NodeJS.Timer | undefined; v;',
  ],
  ['m.ts', 'const i = setImmediate(() => {});\nclearImmediate(i);'],
  ['m.ts', 'global.x = 1;\nconsole.log(global.process);'],
  ['m.ts', 'const f = vi.fn(); jest.fn<number, []>(); f();'],
  ['m.ts', "suite('a', () => { before(() => {}); after(() => {}); test('x', () => {}); });"],
  [
    'm.ts',
    "import { EventEmitter } from 'node:events';\nclass A extends EventEmitter { go() { this.emit('a'); } }\nconst e: EventEmitter = new A(); e.on('a', () => {});",
  ],
  [
    'm.ts',
    "import EventEmitter from 'events';\nclass A extends EventEmitter { go() { this.emit('a'); } }\nconst e: EventEmitter = new A(); e.on('a', () => {});",
  ],
  ['m.ts', "import fs from 'fs';\nexport function f(s: fs.Stats): number { return s.size; }"],
  [
    'm.ts',
    "import * as readline from 'node:readline';\nlet rl: readline.Interface = readline.createInterface({ input: process.stdin });\nrl.on('line', (line: string) => console.log(line));",
  ],
  ['m.ts', "import { Readable } from 'stream';\nconst r: Readable = Readable.from([1]); r;"],
  ['m.ts', "const b: Buffer = Buffer.from('a'); b.toString();"],
  [
    'm.ts',
    "process.on('exit', (c: number) => c);\nconst e: NodeJS.ErrnoException = new Error('a'); e.code; const env: NodeJS.ProcessEnv = process.env; env.HOME; type X = NodeJS.ReadableStream; let x: X | undefined; x;",
  ],
  ['m.ts', "import assert from 'node:assert/strict';\nassert.equal(1, 1);\nassert(true);"],
  ['m.ts', "import { test } from 'node:test';\ntest('a', async (t) => { await t.test('b', () => {}); });"],
  ['m.ts', "import { vi, type Mock } from 'vitest';\nconst m: Mock = vi.fn(); m();"],
  [
    'm.ts',
    "const { performance } = require('perf_hooks'); performance.now(); queueMicrotask(() => {}); console.log(require.main === module); import.meta.url; __dirname;",
  ],
  ['m.ts', "import { promisify } from 'util';\nconst sleep = promisify(setTimeout); await sleep(1);"],
  [
    'm.ts',
    "import { setTimeout as sleep } from 'timers/promises';\nawait sleep(1);\nimport { Worker } from 'worker_threads'; Worker;",
  ],
  [
    'a.tsx',
    "import React, { useState } from 'react';\nfunction List<T,>({ items, render }: { items: T[]; render: (t: T) => React.ReactNode }) { return <ul>{items.map(render)}</ul>; }\nexport const A = () => <List<number> items={[1]} render={(t) => <li key={t}>{t}</li>} />;",
  ],
];

for (const [file, text] of RIGHT)
  it(`finds nothing wrong with ${JSON.stringify(text)}`, () => assert.deepEqual(errors(file, text), []));

/** Errors beside which much is unknown. */
const WRONG: [file: string, text: string, message: RegExp][] = [
  [
    'app.tsx',
    'const B = ({ a }: { a: number }) => <p>{a}</p>;\nexport const C = () => <B a="x" key="1" />;',
    /'string' is not/,
  ],
  [
    'app.tsx',
    'const B = ({ a }: { a: number }) => <p>{a}</p>;\nexport const C = () => <B a={1} b={2} />;',
    /'b' does not exist/,
  ],
  ['main.ts', "import { type Nope } from './bank';\nlet n: Nope;", /no exported member 'Nope'/],
  ['main.ts', "import * as bank from './bank';\nlet n: bank.Nope;", /no exported member 'Nope'/],
  ['main.ts', 'namespace Own { export const a = 1; }\nlet n: Own.B;', /no exported member 'B'/],
  ['main.ts', 'const f = (x: number) => x;\nf<string>(1);', /Expected 0 type arguments/],
  ['main.ts', 'let w: Missing;', /Cannot find name 'Missing'/],
  ['main.ts', 'document.title;', /Cannot find name 'document'/],
];

for (const [file, text, message] of WRONG)
  it(`finds what is wrong with ${JSON.stringify(text)}`, () => {
    const found = errors(file, text, { 'bank.ts': 'export const add = (a: number, b: number) => a + b;\n' });
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', message);
  });

it('suggests what there is, of other files too', () => {
  const names = (marked: string) => ask<Suggestion[]>('complete', 'main.ts', marked).map(({ label }) => label);
  assert.deepEqual(names('const n = 1;\nn.toF|').slice(0, 2), ['toExponential', 'toFixed']);
  assert.ok(names("import * as bank from './bank';\nbank.|").includes('add'));
  assert.ok(names('const account = { cents: 1 };\nacc|').includes('account'));
  assert.ok(!names('ret|').includes('return'), 'words of the language the editor has by itself');
});

it('suggests private names, and names in every script', () => {
  const found = (marked: string) =>
    ask<Suggestion[]>('complete', 'main.ts', marked).map(({ label, insert }) => insert ?? label);
  const inClass = (marked: string) => found(`class A { #count = 1; #total = 2; other = 3; f() { ${marked} } }`);
  assert.deepEqual(inClass('this.#c|'), ['count']);
  assert.deepEqual(inClass('this.#|').sort(), ['count', 'total']);
  assert.ok(inClass('this.|').includes('#count'));
  assert.ok(inClass('this.|').includes('other'));
  assert.deepEqual(found('const o = { größe: 1, breite: 2 };\no.größ|'), ['größe']);
  assert.deepEqual(found('const o = { größe: 1, breite: 2 };\no.größe|'), ['größe']);
  assert.deepEqual(found('const o = { नाम: 1, breite: 2 };\no.ना|'), ['नाम']);
  assert.deepEqual(found('const o = { ölig: 1, breite: 2 };\no.Ö|'), ['ölig']);
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
  assert.equal(service.ask({ life: 'another', files: {}, question }).needsAllFiles, true);
  const again = service.ask({ life: '', files: { 'main.ts': "import { add } from './bank';\nadd;\n" }, question });
  assert.match((again.answer as LanguageDiagnostic[])[0]?.message ?? '', /bank/);
  life = again.life;
  assert.equal(service.ask({ life, files: { 'main.ts': null }, question }).answer, null);
});
