// The console of a program: what Node prints, in Node's format.
import type { Output } from '../output.js';
import { inspect } from './inspect.js';
import { table } from './table.js';
import type { Trace } from './trace.js';

/** What a terminal is told to be empty. */
const CLEAR = '\x1b[2J\x1b[H';

type Kind = 'stdout' | 'stderr';

export function createConsole(output: Output, trace: Trace): Console {
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const options = { error: (error: Error) => trace.describe(error) };
  let indent = '';

  const write = (kind: Kind, text: string) => {
    const lines = indent === '' ? text : indent + text.replaceAll('\n', `\n${indent}`);
    output.write(kind, `${lines}\n`);
  };
  const show = (values: unknown[]) => format(values, (value) => inspect(value, options));
  const log = (...values: unknown[]) => write('stdout', show(values));
  const error = (...values: unknown[]) => write('stderr', show(values));
  const elapsed = (label: string, values: unknown[]) => {
    const start = times.get(label);
    if (start === undefined) error(`There is no timer "${label}".`);
    else log(`${label}: ${(performance.now() - start).toFixed(2)} ms`, ...values);
  };
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values);
    indent += '  ';
  };

  const methods = {
    log,
    info: log,
    debug: log,
    error,
    // Yellow, by which output knows a warning.
    warn: (...values: unknown[]) => write('stderr', `\x1b[33m${show(values)}\x1b[39m`),
    dir: (value: unknown) => log(inspect(value, options)),
    dirxml: log,
    table: (data: unknown, columns?: string[]) => log(table(data, columns, (value) => inspect(value, options)) ?? data),
    assert: (condition?: unknown, ...values: unknown[]) => {
      if (!condition) error(values.length > 0 ? `Assertion failed: ${show(values)}` : 'Assertion failed');
    },
    trace: (...values: unknown[]) => error(trace.describe(Object.assign(new Error(show(values)), { name: 'Trace' }))),
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void times.set(label, performance.now()),
    timeLog: (label = 'default', ...values: unknown[]) => elapsed(label, values),
    timeEnd: (label = 'default') => {
      elapsed(label, []);
      times.delete(label);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    clear: () => output.write('stdout', CLEAR),
    profile: () => {},
    profileEnd: () => {},
    timeStamp: () => {},
  };
  return methods as unknown as Console;
}

/** Fills in the `%` directives of a first string and shows the rest behind it; strings show as they are. */
export function format(values: unknown[], show: (value: unknown) => string): string {
  const rest = [...values];
  const parts: string[] = [];
  if (typeof rest[0] === 'string' && rest[0].includes('%')) {
    const template = String(rest.shift());
    const filled = template.replace(/%[sdifjoOc%]/g, (directive) => {
      if (directive === '%%') return '%';
      return rest.length > 0 ? fill(directive, rest.shift(), show) : directive;
    });
    parts.push(filled);
  }
  return [...parts, ...rest.map((value) => (typeof value === 'string' ? value : show(value)))].join(' ');
}

function fill(directive: string, value: unknown, show: (value: unknown) => string): string {
  switch (directive) {
    case '%s':
      return typeof value === 'string' ? value : show(value);
    case '%d':
      return typeof value === 'bigint' ? `${value}n` : String(typeof value === 'object' ? Number.NaN : Number(value));
    case '%i':
      return String(Number.parseInt(String(value), 10));
    case '%f':
      return String(Number.parseFloat(String(value)));
    case '%j':
      return JSON.stringify(value) ?? 'undefined';
    case '%c':
      return '';
    default:
      return show(value);
  }
}
