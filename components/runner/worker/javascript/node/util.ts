// Node's `util`.
import type { Inspection } from '../inspect.js';
import { isDeepEqual } from './deep-equal.js';
import { parseArgs } from './parse-args.js';
import { PROMISIFIED } from './promisified.js';
import { wrongType } from './wrong-values.js';

type Call = (...values: unknown[]) => unknown;
type Done = (error: unknown, value?: unknown) => void;

/** Converts a function with a callback to one that returns a promise. */
const promisify = Object.assign(
  (call: unknown) => {
    if (typeof call !== 'function') throw wrongType('original', 'of type function', call);
    const own: unknown = Reflect.get(call, PROMISIFIED);
    if (typeof own === 'function') return own;
    const made = function (this: unknown, ...values: unknown[]) {
      return new Promise((resolve, reject) => {
        const done: Done = (error, value) => (error ? reject(error) : resolve(value));
        Reflect.apply(call, this, [...values, done]);
      });
    };
    Object.setPrototypeOf(made, Object.getPrototypeOf(call));
    return Object.defineProperties(made, Object.getOwnPropertyDescriptors(call));
  },
  { custom: PROMISIFIED },
);

function callbackify(call: (...values: unknown[]) => Promise<unknown>) {
  return function (this: unknown, ...values: unknown[]) {
    const done = values.pop() as Done;
    const fail = (error: unknown) => {
      const reason = error ?? Object.assign(new Error('Promise was rejected with falsy value'), { reason: error });
      queueMicrotask(() => done(reason));
    };
    call.apply(this, values).then((value) => queueMicrotask(() => done(null, value)), fail);
  };
}

function inherits(child: { prototype: object; super_?: unknown }, parent: { prototype: object }): void {
  Reflect.defineProperty(child, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(child.prototype, parent.prototype);
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

const TypedArray = Object.getPrototypeOf(Uint8Array);
const isA = (kind: new (...values: never[]) => object) => (value: unknown) => value instanceof kind;
const isTagged =
  (...tags: string[]) =>
  (value: unknown) =>
    typeof value === 'object' && value !== null && tags.includes(tagOf(value));
const isFunctionOf =
  (...tags: string[]) =>
  (value: unknown) =>
    typeof value === 'function' && tags.includes(tagOf(value));
const isBoxed = (value: unknown) =>
  Object(value) === value && isTagged('Number', 'String', 'Boolean', 'Symbol', 'BigInt')(value);

const types = {
  isPromise: isA(Promise),
  isDate: isA(Date),
  isRegExp: isA(RegExp),
  isMap: isA(Map),
  isSet: isA(Set),
  isWeakMap: isA(WeakMap),
  isWeakSet: isA(WeakSet),
  isNativeError: isA(Error),
  isArrayBuffer: isA(ArrayBuffer),
  isAnyArrayBuffer: isTagged('ArrayBuffer', 'SharedArrayBuffer'),
  isSharedArrayBuffer: isTagged('SharedArrayBuffer'),
  isArrayBufferView: ArrayBuffer.isView,
  isDataView: isA(DataView),
  isTypedArray: isA(TypedArray),
  isUint8Array: isA(Uint8Array),
  isInt8Array: isA(Int8Array),
  isUint16Array: isA(Uint16Array),
  isInt16Array: isA(Int16Array),
  isUint32Array: isA(Uint32Array),
  isInt32Array: isA(Int32Array),
  isUint8ClampedArray: isA(Uint8ClampedArray),
  isFloat32Array: isA(Float32Array),
  isFloat64Array: isA(Float64Array),
  isBigInt64Array: isA(BigInt64Array),
  isBigUint64Array: isA(BigUint64Array),
  isBoxedPrimitive: isBoxed,
  isNumberObject: isTagged('Number'),
  isStringObject: isTagged('String'),
  isBooleanObject: isTagged('Boolean'),
  isSymbolObject: isTagged('Symbol'),
  isBigIntObject: isTagged('BigInt'),
  isAsyncFunction: isFunctionOf('AsyncFunction', 'AsyncGeneratorFunction'),
  isGeneratorFunction: isFunctionOf('GeneratorFunction', 'AsyncGeneratorFunction'),
  isGeneratorObject: isTagged('Generator', 'AsyncGenerator'),
  isMapIterator: isTagged('Map Iterator'),
  isSetIterator: isTagged('Set Iterator'),
  isArgumentsObject: isTagged('Arguments'),
  isModuleNamespaceObject: isTagged('Module'),
};

export function createUtil(inspection: Inspection, warn: (sentence: string, code: unknown) => void) {
  const toldCodes = new Set<unknown>();
  const format = (...values: unknown[]) => inspection.format(values);
  return {
    inspect: inspection.util,
    format,
    formatWithOptions: (options: object, ...values: unknown[]) => inspection.format(values, options),
    stripVTControlCharacters: inspection.stripVTControlCharacters,
    promisify,
    callbackify,
    inherits,
    types: { ...types, isProxy: inspection.isProxy },
    parseArgs,
    isDeepStrictEqual: (one: unknown, other: unknown) => isDeepEqual(one, other, true),
    deprecate: (call: Call, sentence: string, code?: unknown) => {
      let told = false;
      return function (this: unknown, ...values: unknown[]) {
        if (!told && !toldCodes.has(code)) warn(sentence, code);
        told = true;
        if (code !== undefined) toldCodes.add(code);
        return call.apply(this, values);
      };
    },
    debuglog: () => Object.assign(() => {}, { enabled: false }),
    styleText: (styles: string | string[], text: string) => {
      const { colors } = inspection.util as unknown as { colors: Record<string, [number, number]> };
      return [styles].flat().reduceRight((whole, style) => {
        const [open, close] = colors[style] ?? [0, 0];
        return `\u001b[${open}m${whole}\u001b[${close}m`;
      }, text);
    },
    toUSVString: (text: unknown) => String(text).toWellFormed(),
    aborted: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    TextEncoder,
    TextDecoder,
    isArray: Array.isArray,
  };
}
