// Argument checks of Node's Buffer, with its error codes, which the port lacks.
import { outOfRange, wrongType } from './wrong-values.js';

type Method = (this: Uint8Array, ...values: unknown[]) => unknown;
type Methods = Record<string, Method>;

/** Names of methods for numbers: `UInt16LE` and others. */
const NUMBER = /^(read|write)(Big)?(U)?(Int|int|Float|Double)(8|16|32|64)?(LE|BE)?$/;
const SIZES: Record<string, number> = { Float: 4, Double: 8 };

const ENCODING = /^(?:utf-?8|utf-?16le|ucs-?2|latin1|binary|ascii|hex|base64|base64url)$/i;
const BYTES = 'an instance of Buffer or Uint8Array';

function checkOffset(buffer: Uint8Array, offset: unknown, size: number): void {
  if (typeof offset !== 'number') throw wrongType('offset', 'of type number', offset);
  const last = buffer.length - size;
  if (offset >= 0 && offset <= last && Number.isInteger(offset)) return;
  if (!Number.isInteger(offset)) throw outOfRange('offset', 'an integer', offset);
  if (last < 0) {
    const error = new RangeError('Attempt to access memory outside buffer bounds');
    throw Object.assign(error, { code: 'ERR_BUFFER_OUT_OF_BOUNDS' });
  }
  throw outOfRange('offset', `>= 0 and <= ${last}`, offset);
}

function checkValue(value: number | bigint, size: number, signed: boolean): void {
  const bits = size * 8 - (signed ? 1 : 0);
  const big = typeof value === 'bigint';
  const [min, max] = big
    ? [signed ? -(2n ** BigInt(bits)) : 0n, 2n ** BigInt(bits) - 1n]
    : [signed ? -(2 ** bits) : 0, 2 ** bits - 1];
  if (!(value > max || value < min)) return;
  const n = big ? 'n' : '';
  const power = `2${n} ** ${bits}${n}`;
  const long = signed ? `>= -(${power}) and < ${power}` : `>= 0${n} and < ${power}`;
  throw outOfRange('value', size > 4 ? long : `>= ${min}${n} and <= ${max}${n}`, value);
}

/** Wraps the port's methods with the checks. */
export function checkBuffers(port: object, prototype: object): void {
  const [own, statics] = [prototype as Methods, port as Methods];
  const before = (methods: Methods, name: string, check: Method) => {
    const method = methods[name];
    if (!method) return;
    const checked: Method = function (...values) {
      check.apply(this, values);
      return method.apply(this, values);
    };
    methods[name] = Object.defineProperty(checked, 'name', { value: name });
  };
  for (const name of Object.keys(own)) {
    const [found, verb, big, unsigned, kind = '', bits, end] = NUMBER.exec(name) ?? [];
    if (!found) continue;
    const signed = !unsigned;
    const isFloat = kind in SIZES;
    const sized = bits ? Number(bits) / 8 : SIZES[kind];
    // Methods with a byte length: `readUIntBE(offset, byteLength)`.
    if (!sized && !end) continue;
    const check = (buffer: Uint8Array, value: unknown, offset: unknown, size: unknown) => {
      if (!sized && typeof size !== 'number') throw wrongType('byteLength', 'of type number', size);
      const bytes = sized ?? Number(size);
      if (!sized && !Number.isInteger(bytes)) throw outOfRange('byteLength', 'an integer', bytes);
      if (!sized && (bytes < 1 || bytes > 6)) throw outOfRange('byteLength', '>= 1 and <= 6', bytes);
      if (verb === 'write' && !isFloat) {
        const number = big ? (value as bigint) : Number(value);
        if (big && typeof value !== 'bigint') {
          throw new TypeError('Cannot mix BigInt and other types, use explicit conversions');
        }
        checkValue(number, bytes, signed);
      }
      checkOffset(buffer, sized && offset === undefined ? 0 : offset, bytes);
    };
    before(own, name, function (...values) {
      const [value, offset, size] = verb === 'write' ? values : [undefined, ...values];
      check(this, value, offset, size);
    });
  }
  const checkSize = (size: unknown) => {
    if (typeof size !== 'number') throw wrongType('size', 'of type number', size);
    if (!(size >= 0 && size <= Number.MAX_SAFE_INTEGER)) {
      throw outOfRange('size', `>= 0 && <= ${Number.MAX_SAFE_INTEGER}`, size);
    }
  };
  for (const name of ['alloc', 'allocUnsafe', 'allocUnsafeSlow']) before(statics, name, checkSize);
  before(statics, 'from', (source) => {
    const isSource = typeof source === 'string' || (source !== null && /^(?:object|function)$/.test(typeof source));
    if (isSource) return;
    const kinds = 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object';
    const error = wrongType('x', kinds, source);
    throw Object.assign(error, { message: error.message.replace('"x" argument', 'first argument') });
  });
  before(statics, 'concat', (list) => {
    if (!Array.isArray(list)) throw wrongType('list', 'an instance of Array', list);
    for (const [index, each] of list.entries())
      if (!(each instanceof Uint8Array)) throw wrongType(`list[${index}]`, BYTES, each);
  });
  before(statics, 'byteLength', (text) => {
    if (typeof text === 'string' || ArrayBuffer.isView(text) || text instanceof ArrayBuffer) return;
    throw wrongType('string', 'of type string or an instance of Buffer or ArrayBuffer', text);
  });
  before(statics, 'compare', (one, other) => {
    if (!(one instanceof Uint8Array)) throw wrongType('buf1', BYTES, one);
    if (!(other instanceof Uint8Array)) throw wrongType('buf2', BYTES, other);
  });
  before(own, 'equals', (other) => {
    if (!(other instanceof Uint8Array)) throw wrongType('otherBuffer', BYTES, other);
  });
  before(own, 'compare', (other) => {
    if (!(other instanceof Uint8Array)) throw wrongType('target', BYTES, other);
  });
  for (const bits of [16, 32, 64]) {
    before(own, `swap${bits}`, function () {
      if (this.length % (bits / 8) === 0) return;
      const error = new RangeError(`Buffer size must be a multiple of ${bits}-bits`);
      throw Object.assign(error, { code: 'ERR_INVALID_BUFFER_SIZE' });
    });
  }
  before(own, 'toString', (encoding) => checkEncoding(encoding));
}

function checkEncoding(encoding: unknown): void {
  if (typeof encoding !== 'string' || ENCODING.test(encoding)) return;
  throw Object.assign(new TypeError(`Unknown encoding: ${encoding}`), { code: 'ERR_UNKNOWN_ENCODING' });
}
