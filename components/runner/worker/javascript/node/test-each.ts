// Parameterised tests as in Vitest and Jest: `test.each([[1, 2]])('adds %i', (a, b) => …)`, or with a table in a template.
import { show } from './test-names.js';

type Say = (...said: unknown[]) => Promise<void>;

/** `whole`: a row is one argument, even if it is an array. */
export function eachOf(say: Say, whole = false) {
  return (rows: unknown, ...values: unknown[]) => {
    const all =
      Array.isArray(rows) && 'raw' in rows
        ? table(rows as unknown as TemplateStringsArray, values)
        : [...(rows as Iterable<unknown>)];
    return (name: unknown, ...rest: unknown[]) => {
      const body = rest.find((each): each is (...row: unknown[]) => unknown => typeof each === 'function');
      for (const [index, row] of all.entries()) {
        const list = Array.isArray(row) && !whole ? row : [row];
        const others = rest.map((each) => (each === body && body ? () => body(...list) : each));
        void say(titled(String(name), list, index), ...others);
      }
    };
  };
}

/** The first row of a table are names, the others values. */
function table([head = '']: TemplateStringsArray, values: unknown[]): object[] {
  const names = head.trim().split(/\s*\|\s*/);
  const rows: object[] = [];
  for (let at = 0; at < values.length; at += names.length)
    rows.push(Object.fromEntries(names.map((name, index) => [name, values[at + index]])));
  return rows;
}

function titled(name: string, row: unknown[], index: number): string {
  const left = [...row];
  const filled = name.replaceAll(/%([sdifjoOp#$%])/g, (found, kind: string) => {
    if (kind === '%') return '%';
    if (kind === '#') return String(index);
    if (kind === '$') return String(index + 1);
    return left.length > 0 ? show(left.shift(), kind) : found;
  });
  return filled.replaceAll(/\$([\w.]+)/g, (found, path: string) => {
    let value: unknown = row[0];
    for (const part of path.split('.')) value = Object(value)[part];
    return value === undefined ? found : show(value, 'p');
  });
}

/** Jest passes a callback to a test with a parameter `done`, and waits for its call. */
export function takesDone(body: (...values: never[]) => unknown): boolean {
  return (
    body.length === 1 && /^(?:async\s+)?(?:function\b[^(]*)?\(?\s*done\b/.test(Function.prototype.toString.call(body))
  );
}
