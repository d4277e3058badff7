// Shows a value the way Node's util.inspect does: short things on one line, long ones indented, cycles marked.
import { Buffer } from './node/buffer.js';

interface Options {
  /** How errors are shown; by name and message unless told. */
  error?: (error: Error) => string;
}

const MAX_DEPTH = 4;
const MAX_ITEMS = 100;
const MAX_TEXT = 10_000;
const LINE_WIDTH = 76;

/** Never throws, whatever getters and proxies the value has. */
export function inspect(value: unknown, options: Options = {}): string {
  return new Inspection(options).show(value, 0);
}

class Inspection {
  readonly #above: object[] = [];

  constructor(private readonly options: Options) {}

  show(value: unknown, depth: number): string {
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
    if (typeof value === 'function') return this.#withProperties(functionName(value), value, depth);
    if (typeof value !== 'object' || value === null) return String(value);
    if (this.#above.includes(value)) return '[Circular]';
    this.#above.push(value);
    try {
      return this.#object(value, depth);
    } catch {
      // A hostile getter or proxy; that it is an object is all that can be said.
      return '[Object]';
    } finally {
      this.#above.pop();
    }
  }

  #object(value: object, depth: number): string {
    if (value instanceof Error) return this.#error(value, depth);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Number || value instanceof String || value instanceof Boolean) {
      return `[${value.constructor.name}: ${this.show(value.valueOf(), depth)}]`;
    }
    const name = className(value);
    if (depth > MAX_DEPTH) return Array.isArray(value) ? '[Array]' : `[${name || 'Object: null prototype'}]`;
    const next = (item: unknown) => this.show(item, depth + 1);
    if (Array.isArray(value)) {
      const items = [...this.#elements(value, next), ...this.#properties(value, depth, isIndex)];
      return join(name === 'Array' ? '' : `${name}(${value.length}) `, '[', items, ']', true);
    }
    if (value instanceof Buffer)
      return `<Buffer ${[...value.subarray(0, 50)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}>`;
    if (ArrayBuffer.isView(value) && 'length' in value) {
      const items = [...(value as Uint8Array).subarray(0, MAX_ITEMS)].map(next);
      return join(`${name}(${value.length}) `, '[', limited(items, Number(value.length)), ']', true);
    }
    if (value instanceof Map) {
      const items = [...value].slice(0, MAX_ITEMS).map(([key, item]) => `${next(key)} => ${next(item)}`);
      return join(`${name}(${value.size}) `, '{', limited(items, value.size), '}');
    }
    if (value instanceof Set) {
      const items = [...value].slice(0, MAX_ITEMS).map(next);
      return join(`${name}(${value.size}) `, '{', limited(items, value.size), '}');
    }
    if (value instanceof Promise) return 'Promise {}';
    const prefix = name === 'Object' ? '' : name === '' ? '[Object: null prototype] ' : `${name} `;
    return join(prefix, '{', this.#properties(value, depth), '}');
  }

  #error(error: Error, depth: number): string {
    const text = this.options.error?.(error) ?? `${error.name}: ${error.message}`;
    const shown = text.includes('\n    at ') ? text : `[${text}]`;
    const hidden = (key: string) =>
      ['stack', 'message', 'name', 'cause'].includes(key) || /^(line|column|sourceURL)/.test(key);
    const more = this.#properties(error, depth, hidden);
    return more.length > 0 ? `${shown} ${join('', '{', more, '}')}` : shown;
  }

  #withProperties(text: string, value: object, depth: number): string {
    const properties = depth > MAX_DEPTH ? [] : this.#properties(value, depth);
    return properties.length > 0 ? join(`${text} `, '{', properties, '}') : text;
  }

  #elements(array: unknown[], next: (item: unknown) => string): string[] {
    const items: string[] = [];
    let holes = 0;
    const fill = () => {
      if (holes > 0) items.push(`<${holes} empty item${holes > 1 ? 's' : ''}>`);
      holes = 0;
    };
    for (let index = 0; index < array.length && items.length < MAX_ITEMS; index++) {
      if (!(index in array)) {
        holes += 1;
        continue;
      }
      fill();
      items.push(next(array[index]));
    }
    fill();
    return holes > 0 || array.length <= MAX_ITEMS ? items : limited(items, array.length);
  }

  #properties(value: object, depth: number, hidden: (key: string) => boolean = () => false): string[] {
    const keys = Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
    const shown = keys.filter((key) => typeof key === 'symbol' || !hidden(key));
    const items = shown.slice(0, MAX_ITEMS).map((key) => {
      const property = Object.getOwnPropertyDescriptor(value, key);
      const label =
        typeof key === 'symbol'
          ? `[${String(key)}]`
          : /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)
            ? key
            : quote(key);
      if (property?.get) return `${label}: ${property.set ? '[Getter/Setter]' : '[Getter]'}`;
      if (property?.set) return `${label}: [Setter]`;
      return `${label}: ${this.show(property?.value, depth + 1)}`;
    });
    return limited(items, shown.length);
  }
}

function className(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return '';
  const maker = value.constructor;
  return typeof maker === 'function' && maker.name ? maker.name : 'Object';
}

function functionName(value: object): string {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  const name = Reflect.get(value, 'name');
  if (isClass) return `[class ${name || '(anonymous)'}]`;
  const kind = Reflect.get(Object.getPrototypeOf(value) ?? {}, Symbol.toStringTag) ?? 'Function';
  return name ? `[${kind}: ${name}]` : `[${kind} (anonymous)]`;
}

function quote(text: string): string {
  const short = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  const mark = !short.includes("'") ? "'" : !short.includes('"') ? '"' : !short.includes('`') ? '`' : "'";
  const escaped = JSON.stringify(short).slice(1, -1).replaceAll('\\"', '"').replaceAll(mark, `\\${mark}`);
  const rest = text.length - short.length;
  return `${mark}${escaped}${mark}${rest > 0 ? `... ${rest} more characters` : ''}`;
}

function limited(items: string[], length: number): string[] {
  const rest = length - items.length;
  return rest > 0 ? [...items, `... ${rest} more item${rest > 1 ? 's' : ''}`] : items;
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

/** On one line where it fits; long lists of short items in lines of even length. */
function join(prefix: string, open: string, items: string[], close: string, list = false): string {
  if (items.length === 0) return `${prefix}${open}${close}`;
  const line = items.join(', ');
  if (line.length <= LINE_WIDTH && !line.includes('\n')) return `${prefix}${open} ${line} ${close}`;
  const wrapped =
    list && items.length > 6 && items.every((item) => item.length <= 24)
      ? wrap(items)
      : items.map((item) => `${item},`);
  const body = wrapped.join('\n').replace(/,$/, '').replaceAll('\n', '\n  ');
  return `${prefix}${open}\n  ${body}\n${close}`;
}

function wrap(items: string[]): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length + 2 <= LINE_WIDTH) lines[lines.length - 1] = `${last} ${item},`;
    else lines.push(`${item},`);
  }
  return lines;
}
