// Formats values: Node's own inspect and format, plus what only an engine's internals can tell Node.
// A separate part (20 kB), loaded at the first value that is not a primitive.
import node, { type InspectOptions } from 'node-inspect-extracted';
import { PromiseStates, type Watched } from './promise-state.js';
import { type LeftIn, table } from './table.js';
import type { Trace } from './trace.js';
import { webValues } from './web-values.js';

/** In Node's order. */
const URL_PARTS = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'searchParams',
  'hash',
] as const;

const PENDING = '<pending>';
const custom = Symbol.for('nodejs.util.inspect.custom');
const prototypeOf = Object.getPrototypeOf;
const MapIterator: Iterator<unknown> = prototypeOf(new Map().keys());
const SetIterator: Iterator<unknown> = prototypeOf(new Set().keys());

const GeneratorMethod: object = prototypeOf(function* () {});
const AsyncGeneratorMethod: object = prototypeOf(async function* () {});

type Custom = (this: never, depth: number, options: InspectOptions, inspect: typeof node.inspect) => unknown;

export interface Inspection {
  inspect(value: unknown, options?: InspectOptions): string;
  format(values: readonly unknown[], options?: InspectOptions): string;
  table(data: unknown, columns?: readonly string[]): string | undefined;
  /** For text that may contain promises. */
  watched(make: () => string): Watched;
  /** Node's function as programs know it, with its options and symbol. */
  readonly util: typeof node.inspect;
  readonly stripVTControlCharacters: typeof node.stripVTControlCharacters;
  /** Creates proxies whose targets are remembered, so that they can be shown without calling traps. */
  readonly Proxy: ProxyConstructor;
  /** Of those. */
  isProxy(value: unknown): boolean;
}

/** `unhandled` is called for a promise that was printed and that nobody handles. */
export function createInspection(
  trace: Pick<Trace, 'fix'>,
  unhandled: ConstructorParameters<typeof PromiseStates>[0] = () => {},
): Inspection {
  const states = new PromiseStates(unhandled);
  const iterator = (kind: 'Map' | 'Set'): Custom =>
    function (this: Iterator<unknown>, _depth, options, inspect) {
      const { items, pairs } = leftOf(this, kind);
      return within(items, `[${kind} ${pairs ? 'Entries' : 'Iterator'}]`, options, inspect);
    } as Custom;
  /** The package recognises generators by the word `function`, which methods lack. */
  const generator = (kind: string): Custom =>
    function (this: object) {
      const name: unknown = Reflect.get(this, 'name');
      if (/^(?:async\s+)?function/.test(Function.prototype.toString.call(this)) || Reflect.ownKeys(this).length > 3)
        return this;
      return `[${kind}${name ? `: ${String(name)}` : ' (anonymous)'}]`;
    } as Custom;
  const knowing: [prototype: object, show: Custom][] = [
    [MapIterator, iterator('Map')],
    [SetIterator, iterator('Set')],
    [
      Promise.prototype,
      function (this: Promise<unknown>, _depth, options, inspect) {
        const maker = prototypeOf(this)?.constructor?.name ?? 'Promise';
        const name = maker === 'Promise' ? maker : `${maker} [Promise]`;
        const known = states.of(this);
        const text = 'value' in known ? undefined : PENDING;
        const value = 'value' in known ? known.value : undefined;
        return within([value], name, options, inspect, text ?? (known.state === 'rejected' ? '<rejected> ' : ''));
      } as Custom,
    ],
    [
      URL.prototype,
      function (this: URL, depth, options, inspect) {
        if (depth < 0) return '[URL]';
        const parts = Object.fromEntries(URL_PARTS.map((part) => [part, this[part]]));
        return `URL ${inspect(parts, options)}`;
      } as Custom,
    ],
    [
      URLSearchParams.prototype,
      function (this: URLSearchParams, depth, options, inspect) {
        if (depth < 0) return '[URLSearchParams]';
        const pairs = [...this].map(([key, value]) => `${inspect(key, options)} => ${inspect(value, options)}`);
        return pairs.length === 0
          ? 'URLSearchParams {}'
          : within(pairs, 'URLSearchParams', options, inspect, undefined, String);
      } as Custom,
    ],
    [
      prototypeOf(new URLSearchParams().keys()),
      function (this: Iterator<unknown>, _depth, options, inspect) {
        return within(replayed(this), 'URLSearchParams Iterator', options, inspect);
      } as Custom,
    ],
    ...(webValues() as [object, Custom][]),
    [GeneratorMethod, generator('GeneratorFunction')],
    [AsyncGeneratorMethod, generator('AsyncGeneratorFunction')],
    [
      Error.prototype,
      function (this: Error) {
        trace.fix(this);
        return this;
      } as Custom,
    ],
  ];
  /** Defines temporary symbols on objects while printing; those that programs defined stay. */
  const informed = <T>(show: () => T): T => {
    const given: object[] = [];
    for (const [prototype, value] of knowing) {
      if (Object.hasOwn(prototype, custom)) continue;
      given.push(prototype);
      Reflect.defineProperty(prototype, custom, { value, configurable: true, writable: true });
    }
    try {
      return states.unseen(show);
    } finally {
      for (const prototype of given) Reflect.deleteProperty(prototype, custom);
    }
  };
  const inspect = (value: unknown, options: InspectOptions = {}) => {
    const known = knowingly(value, options);
    return informed(() => {
      try {
        return node.inspect(value, known);
      } catch {
        // A hostile getter or proxy: nothing more can be shown.
        return '[Object]';
      }
    });
  };
  const asked = (value: unknown, ...options: [InspectOptions?]) => {
    const [given, ...rest] = options;
    const known = typeof given === 'object' && given !== null ? knowingly(value, given) : given;
    return informed(() => (options.length === 0 ? node.inspect(value) : node.inspect(value, known, ...rest)));
  };
  const util = Object.assign(asked, {
    custom,
    colors: node.inspect.colors,
    styles: node.inspect.styles,
  });
  Reflect.defineProperty(util, 'name', { value: 'inspect' });
  // To assign to it changes the options for all that is printed.
  Reflect.defineProperty(util, 'defaultOptions', {
    get: () => node.inspect.defaultOptions,
    set: (options) => {
      node.inspect.defaultOptions = options;
    },
  });
  return {
    inspect,
    format: (values, options = {}) =>
      informed(() => {
        try {
          return node.formatWithOptions(options, ...values);
        } catch {
          return values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
        }
      }),
    watched: (make) => states.watched(make),
    table: (data, columns) => table(data, columns, inspect, leftIn),
    util: util as typeof node.inspect,
    stripVTControlCharacters: node.stripVTControlCharacters,
    Proxy: KnownProxy,
    isProxy: (value) => made.has(Object(value)),
  };
}

/**
 * What a program wants shown without its own methods is shown by ours, which tell what Node's engine tells it:
 * unless there are such methods of the program.
 */
function knowingly(value: unknown, options: InspectOptions): InspectOptions {
  if (options.customInspect !== false) return options;
  const { depth } = { ...node.inspect.defaultOptions, ...options };
  try {
    return showsItself(value, depth ?? Infinity, new Set()) ? options : { ...options, customInspect: true };
  } catch {
    // A hostile getter or proxy.
    return options;
  }
}

function showsItself(value: unknown, levels: number, seen: Set<unknown>): boolean {
  const target = made.get(Object(value));
  // No trap is called.
  if (target) return showsItself(target, levels, seen);
  if (Object(value) !== value || seen.has(value)) return false;
  seen.add(value);
  if (typeof Reflect.get(Object(value), custom) === 'function') return true;
  if (levels < 0 || ArrayBuffer.isView(value)) return false;
  const items = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : [];
  const descriptors = Object.getOwnPropertyDescriptors(value as object);
  const held = Reflect.ownKeys(descriptors).map((key) => Reflect.get(descriptors, key).value as unknown);
  return [...items, ...held].some((each) => showsItself(each, levels - 1, seen));
}

/** Items in braces; each is formatted separately, so that equal ones are not merged. `before` precedes the first item or stands alone. */
function within(
  items: unknown[],
  name: string,
  options: InspectOptions,
  inspect: typeof node.inspect,
  before = '',
  show = inspect as (item: unknown, options: InspectOptions) => string,
): string {
  const shown = items.map((item) => ({
    [custom]: (_depth: number, deeper: InspectOptions) => (before === PENDING ? before : before + show(item, deeper)),
  }));
  const { depth } = options;
  // The braces do not count as a level.
  const text = inspect(new Set(shown), { ...options, depth: typeof depth === 'number' ? depth + 1 : depth });
  return text.replace(/^Set\(\d+\)/, () => name);
}

/** The package's constructor, which remembers targets, under the name that programs expect. It uses the global Proxy, which it is itself by then. */
const Native = globalThis.Proxy;
const { Proxy: Remembering } = node as unknown as { Proxy: ProxyConstructor };
const byNative = <T>(make: () => T): T => {
  const { Proxy: current } = globalThis;
  globalThis.Proxy = Native;
  try {
    return make();
  } finally {
    globalThis.Proxy = current;
  }
};
/** The targets of proxies. */
const made = new WeakMap<object, object>();
const known = <T extends object>(proxy: T, target: object): T => {
  made.set(proxy, target);
  return proxy;
};
const KnownProxy: ProxyConstructor = new Native(Native, {
  construct: (_, [target, handler]) =>
    known(
      byNative(() => new Remembering(target, handler)),
      target,
    ),
  get: (target, key) =>
    key === 'revocable'
      ? (from: object, handler: ProxyHandler<object>) => {
          const revocable = byNative(() => Remembering.revocable(from, handler));
          known(revocable.proxy, from);
          return revocable;
        }
      : Reflect.get(target, key),
});

/** What is left in an iterator, and whether it is of entries: of a Map no engine tells those from values that are pairs; the two of a Set's are the same. */
function leftOf(iterator: Iterator<unknown>, kind: 'Map' | 'Set') {
  const items = replayed(iterator);
  const isEntry = (item: unknown) =>
    Array.isArray(item) && item.length === 2 && (kind === 'Map' || Object.is(item[0], item[1]));
  return { items, pairs: items.length > 0 && items.every(isEntry) };
}

const leftIn: LeftIn = (value) => {
  const of = prototypeOf(value);
  if (of !== MapIterator && of !== SetIterator) return undefined;
  return leftOf(value as Iterator<unknown>, of === MapIterator ? 'Map' : 'Set');
};

/** The remaining values of an iterator, which can still be consumed. */
function replayed(iterator: Iterator<unknown>): unknown[] {
  const items: unknown[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) items.push(next.value);
  let at = 0;
  Reflect.defineProperty(iterator, 'next', {
    configurable: true,
    writable: true,
    value: () => (at < items.length ? { value: items[at++], done: false } : { value: undefined, done: true }),
  });
  return items;
}
