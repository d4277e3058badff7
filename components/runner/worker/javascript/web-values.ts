// How Node shows the web's classes, whose values engines hold where no property shows them.
import type node from 'node-inspect-extracted';
import type { InspectOptions } from 'node-inspect-extracted';

type Inspect = typeof node.inspect;
type Show = (this: object, depth: number, options: InspectOptions, inspect: Inspect) => unknown;
type Parts = Record<string, unknown>;

const RESPONSE = ['status', 'statusText', 'headers', 'body', 'bodyUsed', 'ok', 'redirected', 'type', 'url'];
const REQUEST = (
  'method url headers destination referrer referrerPolicy mode credentials cache redirect integrity keepalive ' +
  'isReloadNavigation isHistoryNavigation signal'
).split(' ');

const partsOf = (value: object, names: readonly string[]): Parts =>
  Object.fromEntries(names.map((name) => [name, Reflect.get(value, name)]));
const nameOf = (value: object) => value.constructor.name;
const deeper = (options: InspectOptions): InspectOptions => {
  const { depth } = options;
  return { ...options, depth: typeof depth === 'number' ? depth - 1 : depth };
};

/** Its name and some of its properties; below the last level only what `below` says. */
const named = (names: readonly string[], below: (value: object) => unknown): Show =>
  function (depth, options, inspect) {
    return depth < 0 ? below(this) : `${nameOf(this)} ${inspect(partsOf(this, names), deeper(options))}`;
  };
const itself = (value: object) => value;

/** Fields of the same name are a list. */
function fieldsOf(form: FormData): Parts {
  const fields: Parts = {};
  form.forEach((value, name) => {
    const all = form.getAll(name);
    fields[name] = all.length > 1 ? all : value;
  });
  return fields;
}

function responseOf(response: Response): Parts {
  const { body, bodyUsed } = response;
  if (!body) return partsOf(response, RESPONSE);
  const stream = `ReadableStream { locked: ${body.locked || bodyUsed}, state: '${bodyUsed ? 'closed' : 'readable'}', supportsBYOB: true }`;
  return { ...partsOf(response, RESPONSE), body: { [Symbol.for('nodejs.util.inspect.custom')]: () => stream } };
}

const KNOWN: Record<string, Show> = {
  AbortController: named(['signal'], itself),
  AbortSignal: named(['aborted'], itself),
  Blob: named(['size', 'type'], (value) => `[${nameOf(value)}]`),
  File: named(['size', 'type', 'name', 'lastModified'], itself),
  Event: named(['type', 'defaultPrevented', 'cancelable', 'timeStamp'], nameOf),
  TextDecoder: named(['encoding', 'fatal', 'ignoreBOM'], itself),
  TextEncoder(depth, options, inspect) {
    return depth < 0 ? this : inspect(partsOf(this, ['encoding']), options);
  },
  Headers(_depth, options, inspect) {
    return `Headers ${inspect(Object.fromEntries(this as Headers), options)}`;
  },
  FormData(_depth, options, inspect) {
    return `FormData ${inspect(fieldsOf(this as FormData), options)}`;
  },
  Response(_depth, options, inspect) {
    return `Response ${inspect(responseOf(this as Response), options)}`;
  },
  Request(_depth, options, inspect) {
    const lacking = { isReloadNavigation: false, isHistoryNavigation: false };
    return `Request ${inspect({ ...partsOf(this, REQUEST), ...lacking }, options)}`;
  },
};

/** The prototypes of those that there are, each with what shows its values. */
export function webValues(): [prototype: object, show: Show][] {
  return Object.entries(KNOWN).flatMap(([name, show]): [object, Show][] => {
    const prototype: unknown = Object(Reflect.get(globalThis, name)).prototype;
    if (Object(prototype) !== prototype) return [];
    const shown: Show = function (...given) {
      try {
        return show.apply(this, given);
      } catch {
        return this; // A prototype, or an object that only inherits from one.
      }
    };
    return [[prototype as object, shown]];
  });
}
