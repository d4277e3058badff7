// The program's console, with Node's output format. Values other than primitives are printed by a part that loads on demand.
import type { HeldOutput } from './held-output.js';
import type { Inspection } from './inspect.js';
import type { Trace } from './trace.js';

/** The escape sequence that clears a terminal. */
const CLEAR = '\x1b[2J\x1b[H';
/** Its name in Node's warnings. */
const CONSOLE = 'console';

type Kind = 'stdout' | 'stderr';

/** The output of a console. */
type Printer = Pick<HeldOutput, 'write' | 'writeLater'>;

/** A stream, as the class Console accepts it. */
interface Target {
  write(text: string): unknown;
}

type Options = NonNullable<Parameters<Inspection['inspect']>[1]>;

const GROUP_INDENT = 2;

interface ConsoleEnvironment {
  trace: Trace;
  deep(): Inspection;
  /** Schedules a job for the end of the running callback. */
  later(job: () => void): void;
}

/** The global console, and the class for further ones. */
export function createConsole(output: HeldOutput, environment: ConsoleEnvironment): Console {
  // In yellow, which marks a warning in our output.
  const methods = methodsOf(output, environment, (text) => `\x1b[33m${text}\x1b[39m`);
  const Console = consoleClass(environment);
  return Object.assign(methods, { Console }) as unknown as Console;
}

/** Callable without `new`, like Node's. */
function consoleClass(environment: ConsoleEnvironment) {
  type Streams = { stdout?: Target; stderr?: Target };
  function Console(first?: Target | Streams, second?: Target) {
    const isStream = (value: unknown): value is Target => typeof Object(value).write === 'function';
    const { stdout, stderr = stdout }: Streams = isStream(first)
      ? { stdout: first, ...(second && { stderr: second }) }
      : Object(first);
    for (const [name, stream] of Object.entries({ stdout, stderr })) {
      if (isStream(stream)) continue;
      const error = new TypeError(`Console expects a writable stream instance for ${name}`);
      throw Object.assign(error, { code: 'ERR_CONSOLE_WRITABLE_STREAM' });
    }
    const write = (kind: string, text: string) => void (kind === 'stderr' ? stderr : stdout)?.write(text);
    const own = methodsOf({ write, writeLater: write }, environment, (text) => text);
    made.add(own);
    return own;
  }
  const made = new WeakSet<object>();
  Reflect.defineProperty(Console, Symbol.hasInstance, {
    value: (value: object) => value === globalThis.console || made.has(Object(value)),
  });
  return Console;
}

function methodsOf(output: Printer, { trace, deep, later }: ConsoleEnvironment, warned: (text: string) => string) {
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  let indent = '';

  const lines = (text: string, by: string) => `${by === '' ? text : by + text.replaceAll('\n', `\n${by}`)}\n`;
  const write = (kind: Kind, text: string) => output.write(kind, lines(text, indent));
  /** For values that may contain promises. */
  const writeDeep = (kind: Kind, make: (inspection: Inspection) => string) => {
    const inspection = deep();
    // The text is made again when its promises are known, and groups may have begun or ended by then.
    const by = indent;
    const { text, settle } = inspection.watched(() => lines(make(inspection), by));
    if (settle) output.writeLater(kind, text, settle);
    else output.write(kind, text);
  };
  const print = (kind: Kind, values: unknown[], paint = (text: string) => text) => {
    const text = plain(values);
    if (text === undefined) writeDeep(kind, (inspection) => paint(inspection.format(values)));
    else write(kind, paint(text));
  };
  const log = (...values: unknown[]) => print('stdout', values);
  const error = (...values: unknown[]) => print('stderr', values);
  /** Like Node's warnings: printed at the end of the running callback, without group indentation. */
  const warning = (sentence: string) => later(() => output.write('stderr', `(node:1) Warning: ${sentence}\n`));
  const elapsed = (method: string, label: string, values: unknown[]) => {
    const start = times.get(label);
    if (start === undefined) warning(`No such label '${label}' for ${CONSOLE}.${method}()`);
    else log(`${label}: ${duration(performance.now() - start)}`, ...values);
  };
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values);
    indent += ' '.repeat(GROUP_INDENT);
  };

  const methods = {
    log,
    info: (...values: unknown[]) => log(...values),
    debug: (...values: unknown[]) => log(...values),
    error,
    warn: (...values: unknown[]) => print('stderr', values, warned),
    dir: (value: unknown, options?: Options) =>
      writeDeep('stdout', ({ inspect }) => inspect(value, { customInspect: false, ...options })),
    dirxml: (...values: unknown[]) => log(...values),
    table: (data: unknown, columns?: string[]) => {
      if (typeof data !== 'object' || data === null) log(data);
      else writeDeep('stdout', ({ table, format }) => table(data, columns) ?? format([data]));
    },
    assert: (condition?: unknown, ...values: unknown[]) => {
      if (condition) return;
      if (typeof values[0] === 'string') values[0] = `Assertion failed: ${values[0]}`;
      else values.unshift(values.length > 0 ? 'Assertion failed:' : 'Assertion failed');
      error(...values);
    },
    trace: (...values: unknown[]) => {
      write(
        'stderr',
        trace.describe(Object.assign(new Error(plain(values) ?? deep().format(values)), { name: 'Trace' })),
      );
    },
    count: (label: unknown = 'default') => {
      const name = String(label);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      log(`${name}: ${counts.get(name)}`);
    },
    countReset: (label: unknown = 'default') => {
      if (!counts.delete(String(label))) warning(`Count for '${String(label)}' does not exist`);
    },
    time: (label: unknown = 'default') => {
      const name = String(label);
      if (times.has(name)) warning(`Label '${name}' already exists for ${CONSOLE}.time()`);
      else times.set(name, performance.now());
    },
    timeLog: (label: unknown = 'default', ...values: unknown[]) => elapsed('timeLog', String(label), values),
    timeEnd: (label: unknown = 'default') => {
      elapsed('timeEnd', String(label), []);
      times.delete(String(label));
    },
    group,
    groupCollapsed: (...values: unknown[]) => group(...values),
    groupEnd: () => {
      indent = indent.slice(GROUP_INDENT);
    },
    clear: () => output.write('stdout', CLEAR),
    profile: () => {},
    profileEnd: () => {},
    timeStamp: () => {},
  };
  for (const [name, method] of Object.entries(methods)) Reflect.defineProperty(method, 'name', { value: name });
  return methods;
}

/** Primitives without format specifiers as one line; undefined for anything else. Calls no method that a program may have replaced. */
function plain(values: readonly unknown[]): string | undefined {
  let text = '';
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (isObject(value)) return undefined;
    if (index === 0 && typeof value === 'string' && values.length > 1) {
      for (let at = 0; at < value.length; at++) if (value[at] === '%') return undefined;
    }
    text += index === 0 ? primitive(value) : ` ${primitive(value)}`;
  }
  return text;
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function primitive(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Formats a duration as Node does, in the largest unit. */
function duration(ms: number): string {
  const padded = (value: number, length = 2) => String(value).padStart(length, '0');
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(3)}s`;
  const [minutes, hours] = [Math.floor(seconds / 60) % 60, Math.floor(seconds / 3600)];
  const rest = padded(Math.floor(seconds % 60));
  if (hours === 0) return `${minutes}:${rest}.${padded(Math.floor(ms % 1000), 3)} (m:ss.mmm)`;
  return `${hours}:${padded(minutes)}:${rest} (h:mm:ss)`;
}
