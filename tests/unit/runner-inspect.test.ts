// Values are formatted as in Node, and no value makes the console throw.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect as node } from 'node:util';
import { createInspection } from '../../components/runner/worker/javascript/inspect.js';
import { Trace } from '../../components/runner/worker/javascript/trace.js';

const { inspect, format, table, watched } = createInspection(new Trace('main.js'));

class Point {
  x = 1;
}

const ALIKE: unknown[] = [
  1,
  -0,
  10n,
  true,
  null,
  undefined,
  Symbol('s'),
  'it',
  "it's",
  'a\nb',
  [],
  {},
  [1, 'a', null],
  [1].concat(Array(1), 3),
  { a: { b: [1] } },
  { a: { b: { c: { d: 1 } } } },
  { 'a-b': 1 },
  new Map([['a', { b: 1 }]]),
  new Map([['a', 1]]).keys(),
  new Map([['a', 1]]).entries(),
  new Set([[1, 2]]).entries(),
  new Set([[1, 2]]).values(),
  new Set([1, 1, 2]).values(),
  new (class Counts extends Map<number, number> {})([[1, 2]]),
  new Set([1, 'x']),
  new Point(),
  Point,
  class {},
  () => {},
  function named() {},
  async () => {},
  { *method() {} },
  (function* () {})(),
  /x/g,
  new Date(0),
  new Uint8Array(3),
  Object.create(null),
  new Number(3),
  new URL('http://a/b?c=d'),
  new URLSearchParams('a=1&a=2'),
  new WeakMap(),
  {
    get a() {
      return 1;
    },
  },
  { set a(_: number) {} },
  Array.from({ length: 3 }, () => ({ name: 'a long name indeed', value: 'and a value' })),
  Array.from({ length: 120 }, (_, index) => index),
];

describe('inspect', () => {
  it('formats values like Node', () => {
    for (const value of ALIKE) {
      const wanted = node(value);
      assert.equal(inspect(value), wanted);
    }
    // Node 24 leaves the brackets out.
    assert.equal(inspect({ [Symbol('k')]: 2 }), '{ [Symbol(k)]: 2 }');
  });

  it('formats the web’s classes like Node, whose own methods are away meanwhile', () => {
    const form = new FormData();
    for (const [name, value] of ['a1', 'a2', 'b3']) form.append(name ?? '', value ?? '');
    const { signal } = new AbortController();
    const made = {
      AbortController: [new AbortController(), new (class Own extends AbortController {})()],
      AbortSignal: [signal, AbortSignal.abort(), { in: [signal] }],
      Headers: [new Headers({ a: '1' }), new Headers()],
      Blob: [new Blob(['ab'], { type: 'text/plain' }), { a: { b: { c: new Blob([]) } } }],
      FormData: [form, new FormData()],
      Response: [new Response('a'), { a: { b: { c: new Response(null, { status: 404 }) } } }],
      Request: [new Request('http://a/b', { method: 'POST', body: 'x' })],
      Event: [new Event('x'), new CustomEvent('y'), { a: { b: { c: new Event('x') } } }],
      TextDecoder: [new TextDecoder('utf-16le', { fatal: true })],
      TextEncoder: [new TextEncoder()],
    };
    const values = Object.values(made).flat();
    const wanted = values.map((value) => node(value));
    const kept = Object.keys(made).map((name) => {
      const { prototype } = Reflect.get(globalThis, name);
      return [prototype, Object.getOwnPropertyDescriptor(prototype, node.custom)] as const;
    });
    try {
      for (const [prototype] of kept) Reflect.deleteProperty(prototype, node.custom);
      const shown = values.map((value) => inspect(value));
      assert.equal(inspect(Headers.prototype).includes('Headers'), true);
      assert.deepEqual(shown, wanted);
    } finally {
      for (const [prototype, own] of kept) if (own) Reflect.defineProperty(prototype, node.custom, own);
    }
  });

  it('asks no methods of programs below what is shown', () => {
    let asked = 0;
    const deep = {
      get [node.custom]() {
        asked += 1;
        return undefined;
      },
    };
    const value = { a: { b: { c: { d: deep } } } };
    assert.equal(inspect(value, { customInspect: false }), node(value));
    assert.equal(asked, 0);
    inspect(value, { customInspect: false, depth: null });
    assert.notEqual(asked, 0);
  });

  it('does not consume an iterator', () => {
    const keys = new Map([['a', 1]]).keys();
    inspect(keys);
    assert.deepEqual([...keys], ['a']);
  });

  it('tells states and iterators where the methods of programs are left out, and those show nothing', async () => {
    const plain = { customInspect: false };
    for (const value of [new Map([[1, 2]]).keys(), [new Set([1]).values()], { a: { b: { c: { d: 1 } } } }, () => 1]) {
      const wanted = node(value, plain);
      assert.equal(inspect(value, plain), wanted);
    }
    const promise = Promise.resolve(4);
    inspect(promise, plain);
    await promise;
    assert.equal(inspect([promise], plain), '[ Promise { 4 } ]');
    const own = { a: { [node.custom]: () => 'own' } };
    assert.match(inspect(own, plain), /\[Symbol\(nodejs\.util\.inspect\.custom\)\]: \[Function/);
    assert.equal(inspect(own), '{ a: own }');
  });

  it('formats errors with their causes, properties and nested errors', () => {
    const error = Object.assign(new Error('outer', { cause: new TypeError('inner') }), { code: 3 });
    error.stack = 'Error: outer\n    at f (main.js:3:5)\n    at blob:null/1:2:3';
    assert.match(
      inspect(error),
      /^Error: outer\n {4}at f \(main\.js:3:5\) \{\n {2}code: 3,\n {2}\[cause\]: \[TypeError: inner\]/,
    );
    assert.match(inspect(new AggregateError([new Error('one')], 'many')), /\[errors\]: \[ \[Error: one/);
  });

  it('shows the state of promises after promise jobs, and whether anybody handles them', async () => {
    const lost: unknown[] = [];
    const { inspect: show, watched: watch } = createInspection(new Trace('main.js'), (reason, _promise, handled) => {
      if (!handled()) lost.push(reason);
    });
    const settled = async () => 1;
    const later = (async () => {
      await null;
      return 2;
    })();
    const [caught, uncaught] = [Promise.reject('caught'), Promise.reject('uncaught')];
    const all = [settled(), later, caught, uncaught, { in: Promise.resolve([3]) }];
    const { text, settle } = watch(() => show(all));
    caught.catch(() => {});
    assert.match(text, /Promise \{ <pending> \}/);
    await null;
    assert.equal(
      settle?.().replaceAll(/\s+/g, ' '),
      "[ Promise { 1 }, Promise { <pending> }, Promise { <rejected> 'caught' }, Promise { <rejected> 'uncaught' }, { in: Promise { [ 3 ] } } ]",
    );
    assert.equal(await later, 2);
    assert.deepEqual(lost, ['uncaught']);
  });

  it('keeps a text unchanged when its values change before the promise jobs', async () => {
    const value = { n: 1, promise: Promise.resolve(1) };
    const { text, settle } = watched(() => inspect(value));
    value.n = 2;
    await null;
    assert.equal(settle?.(), text);
  });

  it('marks cycles, shortens what is long and stops where it is deep', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle.self = cycle;
    assert.equal(inspect(cycle), '<ref *1> { a: 1, self: [Circular *1] }');
    assert.match(inspect(Array.from({ length: 1000 }, (_, index) => index)), /\.\.\. 900 more items\n\]$/);
    assert.match(inspect('x'.repeat(20_000)), /\.\.\. 10000 more characters$/);
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) deep = { deep };
    assert.match(inspect(deep), /\[Object\]/);
  });

  it('survives hostile values', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    for (const value of [proxy, trap, { [Symbol.toStringTag]: 1 }, Object.setPrototypeOf(() => {}, null)]) {
      assert.equal(typeof inspect(value), 'string');
      assert.equal(typeof format(['%s %o', value, value]), 'string');
    }
  });
});

describe('table', () => {
  it('draws rows and columns', () => {
    assert.equal(
      table([{ a: 1 }, 2]),
      [
        '┌─────────┬───┬────────┐',
        '│ (index) │ a │ Values │',
        '├─────────┼───┼────────┤',
        '│ 0       │ 1 │        │',
        '│ 1       │   │ 2      │',
        '└─────────┴───┴────────┘',
      ].join('\n'),
    );
    assert.equal(table(3), undefined);
  });
});

it('A table of very many rows is drawn, too', () => {
  const rows = Array.from({ length: 150_000 }, (_, at) => at);
  const drawn = table(rows, []);
  assert.equal(drawn?.split('\n').length, 150_004);
});

describe('A proxy', () => {
  const { Proxy: Known } = createInspection(new Trace('main.js'));

  it('is shown as its target, without calling traps', () => {
    const asked: unknown[] = [];
    const proxy = new Known({ a: 1, _b: [2] }, { get: (_, key) => asked.push(key), ownKeys: () => [] });
    assert.equal(inspect(proxy), node({ a: 1, _b: [2] }));
    const plain = { customInspect: false };
    for (const value of [proxy, { in: proxy }])
      assert.equal(inspect(value, plain).replace(/^\{ in: (.*) \}$/, '$1'), node({ a: 1, _b: [2] }));
    assert.deepEqual(asked, []);
  });

  it('that was revoked is shown as that', () => {
    const { proxy, revoke } = Known.revocable({}, {});
    revoke();
    assert.equal(inspect(proxy), '<Revoked Proxy>');
  });
});
