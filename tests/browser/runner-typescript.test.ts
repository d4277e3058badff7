// TypeScript and JSX as programs are written: all of their syntax runs, and errors are at the line and column of the person's text.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start } from '../fixtures/runner.js';

/** What is printed is what TypeScript 5.9 and Node print. */
const PROGRAMS: [what: string, code: string, printed: string][] = [
  [
    'properties that parameters make are there before the fields that read them',
    `class M { private c = new Array(this.n).fill(0); constructor(private n: number) {} }
console.log(JSON.stringify(new M(2)));`,
    '{"n":2,"c":[0,0]}\n',
  ],
  [
    'and come first where there are other fields, in a derived class as well',
    `class P { y = 2; x: number; constructor(private w: number) { this.x = w; } }
class D extends P { z = 3; constructor(public v: number) { super(v + 1); } }
console.log(Object.keys(new P(1)).join(), JSON.stringify(new D(4)));`,
    'w,y,x {"w":5,"y":2,"x":5,"v":4,"z":3}\n',
  ],
  [
    'enums: members named like the enum, and of other members; const enums',
    `enum A { A = 1, B = A + 1 } enum L { Low = 'low', D = Low } const enum C { X = 3, Y } enum Plain { Up, Down = 5, Left }
console.log(A.B, A[1], L.D, C.Y, Plain.Left, Plain[5]);`,
    '2 A low 4 6 Down\n',
  ],
  [
    'generic methods called async, and async ones',
    `const o = { async<T>(x: T) { return x }, async get<T>(x: T): Promise<T> { return x } };
console.log(o.async(1), await o.get('b'));`,
    '1 b\n',
  ],
  [
    'standard decorators',
    `function log<T extends (...a: any[]) => any>(f: T, { name, kind }: ClassMethodDecoratorContext): T {
  console.log(kind, String(name));
  return function (this: any, ...a: any[]) { return 'logged ' + f.apply(this, a); } as T;
}
const double = (_: undefined, __: ClassFieldDecoratorContext) => (v: number) => v * 2;
function seal(c: Function, { kind }: ClassDecoratorContext) { console.log(kind, c.name); }
@seal class A { @double n = 2; @log m(x: number) { return x + this.n } }
console.log(new A().m(1));`,
    'method m\nclass A\nlogged 5\n',
  ],
  [
    'older decorators, also of parameters',
    `const tokens: string[] = [];
const Inject = (token: string): ParameterDecorator => (_target, _key, index) => void (tokens[index] = token);
function Log(target: any, key: string, descriptor: PropertyDescriptor) {
  const f = descriptor.value;
  descriptor.value = function (...a: any[]) { return key + ' ' + f.apply(this, a); };
}
function Upper(target: any, propertyKey: string) {
  let v = '';
  Object.defineProperty(target, propertyKey, { get: () => v.toUpperCase(), set: (x) => { v = x; } });
}
class S { @Upper word = 'hi'; constructor(@Inject('db') private db: string) {} @Log run() { return this.db + this.word } }
console.log(new S('x').run(), tokens);`,
    "run xHI [ 'db' ]\n",
  ],
  [
    'accessors, namespaces and abstract classes',
    `class B { accessor x = 1 }
namespace N { const hidden = 2; export const seen = hidden + 1; export namespace Inner { export const f = () => seen } }
abstract class S { constructor(protected readonly n: string) {} abstract area(): number; show() { return this.n + this.area() } }
class Q extends S { override area(): number { return 4 } }
console.log(++new B().x, N.Inner.f(), new Q('q').show());`,
    '2 3 q4\n',
  ],
  [
    'imports of types, and the older import and export',
    `import type { EventEmitter as E } from 'node:events';
import { type EventEmitterOptions, EventEmitter } from 'node:events';
import path = require('node:path');
const e: E = new EventEmitter(); e.on('x', (v: number) => console.log(v)); e.emit('x', 3);
console.log(path.basename('/a/b'));`,
    '3\nb\n',
  ],
  [
    'types that only go',
    `function f(x: string): string; function f<const T extends number>(x: T): T; function f(x: any) { return x }
const g = <T,>(x: T): T => x, h = async <T extends object>(x: T) => x;
const p = { a: 1 } satisfies Record<string, number>; let x!: number; x = f(2)!;
type type = \`on\${string}\`; const as: type = 'onA'; label: for (;;) break label;
declare global { interface Window { q: 1 } } interface I { (a: number): void; new (): I }
console.log(g<number>(x), as as string, <any>p.a, f<1>(1) < (2 as number), typeof h);`,
    '2 onA 1 true function\n',
  ],
  [
    'what it frees at the end of a block',
    `(Symbol as any).dispose ??= Symbol('dispose');
{ using r = { [Symbol.dispose]() { console.log('freed') } }; console.log('used', typeof r) }`,
    'used object\nfreed\n',
  ],
];

describe('TypeScript', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);
  const told = (code: string, language = 'typescript', fileName = 'main.ts') =>
    run(runner, language, code, { fileName });

  for (const [what, code, printed] of PROGRAMS) {
    it(`has ${what}`, async () => {
      const { state, stdout, stderr } = await told(code);
      expect([stderr, stdout, state]).to.deep.equal(['', printed, 'done']);
    });
  }

  it('reports syntax errors with its own message and place', async () => {
    for (const [code, error] of [
      ['const a: number = 1;\nconst b: = ;\n', 'SyntaxError: Type expected.\n    at main.ts:2:10'],
      [
        'enum A { B = 1\n\nfunction f() {}',
        "SyntaxError: An enum member name must be followed by a ',', '=', or '}'.\n    at main.ts:3:1",
      ],
      ['@dec class A {\n  m( { }\n}', "SyntaxError: ',' expected.\n    at main.ts:3:1"],
    ] as const) {
      const { state, stderr } = await told(code);
      expect([state, stderr.trim()]).to.deep.equal(['failed', `Uncaught ${error}`]);
    }
  });

  it('has source lines and columns, whichever compiler was used', async () => {
    const call = `function f<T extends { g?: () => number }>(x: T): number {
  const all: Map<string, Record<string, number[]>> = new Map(); throw new Error('oh');
}

f<{}>({});`;
    for (const before of ['', 'enum A { A = 1 }\n', '@((c: any) => c) class B { accessor x = 1 }\n\n']) {
      const first = before.split('\n').length - 1;
      const { stderr } = await told(before + call);
      // Without its types the line would be shorter than that. Engines mean different characters of the same expression.
      expect(stderr).to.match(new RegExp(`Error: oh\\n {4}at f \\(main\\.ts:${first + 2}:(6[5-9]|7\\d|8\\d)\\)`));
      expect(stderr).to.match(new RegExp(`at main\\.ts:${first + 5}:[12]$`, 'm'));
    }
  });

  it('shows the place, if only the browser finds the error', async () => {
    const { state, stderr } = await told('const a: number = 1;\n\nlet b = 2, b = 3;');
    expect(state).to.equal('failed');
    expect(stderr).to.match(/SyntaxError: .*\n {4}at main\.ts:3/);
  });

  it('is stopped while compiling, and the next starts', async () => {
    const { ended } = start(runner, 'typescript', `enum A { A = 1 }\n${'const x = [['.repeat(10)}`, {
      fileName: 'main.ts',
    });
    runner.stop();
    expect((await ended).state).to.equal('stopped');
    expect((await told('enum A { A = 1 } console.log(A.A)')).stdout).to.equal('1\n');
  });

  it('fails with a sentence where it is nested too deeply', async () => {
    const { state, stderr } = await told(`enum A { A = 1 }\nconst x = ${'['.repeat(50_000)}${']'.repeat(50_000)};`);
    expect(state).to.equal('failed');
    expect(stderr).not.to.equal('');
    expect((await told('enum A { A = 1 } console.log(A.A)')).stdout).to.equal('1\n');
  });
});

describe('programs with JSX', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);

  it('have React, and show what they export', async () => {
    const code = `import { useState, type FC } from 'react';
enum Size { Small = 1, Large = Small + 1 }
const Item: FC<{ name: string }> = ({ name }) => <li className="item">{name}</li>;
export default function App() {
  const [n] = useState<number>(Size.Large);
  return <><h1>{n} things &amp; more</h1><ul>{['a', 'b'].map((x) => <Item key={x} name={x} />)}</ul><br /></>;
}`;
    const { state, transcript, stderr, notes } = await run(runner, 'tsx', code, { fileName: 'main.tsx' });
    expect([stderr, state]).to.deep.equal(['', 'done']);
    expect(transcript.text('result')).to.equal(
      '<h1>2 things &amp; more</h1>\n<ul>\n  <li class="item">a</li>\n  <li class="item">b</li>\n</ul>\n<br/>\n',
    );
    expect(notes).to.include('Effects and events do not run here');
  });

  it('render to text on request, in JavaScript as well', async () => {
    const code = `import React from 'react';
import { renderToString } from 'react-dom/server';
class Old extends React.Component { render() { return <b style={{ color: 'red' }}>{this.props.children}</b> } }
console.log(renderToString(<Old>hi</Old>), React.isValidElement(<i />));`;
    const { state, stdout, stderr } = await run(runner, 'jsx', code, { fileName: 'main.jsx' });
    expect([stderr, stdout, state]).to.deep.equal(['', '<b style="color:red">hi</b> true\n', 'done']);
  });

  it('show where they are wrong, and that there is no page', async () => {
    const broken = await run(runner, 'jsx', 'const a = 1;\nconst b = <div><p></div>;\n', { fileName: 'main.jsx' });
    expect(broken.stderr).to.match(/SyntaxError: .*JSX.*\n {4}at main\.jsx:2/);
    const page = await run(
      runner,
      'jsx',
      "import { createRoot } from 'react-dom/client';\n\ncreateRoot(null).render(<i />);",
      {
        fileName: 'main.jsx',
      },
    );
    expect(page.stderr).to.match(/There is no page here to render to\.[\s\S]*main\.jsx:3/);
    const thrown = await run(
      runner,
      'tsx',
      'export default function App(): never {\n  throw new Error("in render");\n}',
      {
        fileName: 'main.tsx',
      },
    );
    expect(thrown.stderr).to.match(/in render\n {4}at App \(main\.tsx:2:/);
  });
});
