// Node's errors for invalid arguments.

const BYTES = 'Buffer, TypedArray, or DataView';
/** Of a longer text so many characters are shown. */
const SHOWN = 25;

/** What more than one function wants. */
export const TEXT_OR_BYTES = `of type string or an instance of ${BYTES}`;
export const TEXT_OR_BUFFER = `of type string or an instance of ArrayBuffer, ${BYTES}`;
export const PATH = 'of type string or an instance of Buffer or URL';

export function wrongType(name: string, wanted: string, value: unknown): TypeError {
  const kind = name.includes('.') ? 'property' : 'argument';
  const error = new TypeError(`The "${name}" ${kind} must be ${wanted}. Received ${received(value)}`);
  return Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' });
}

export function check(name: string, kind: 'string' | 'number' | 'boolean' | 'function', value: unknown): void {
  if (typeof value !== kind) throw wrongType(name, `of type ${kind}`, value);
}

export function outOfRange(name: string, range: string, value: unknown): RangeError {
  const big = typeof value === 'bigint' ? 'n' : '';
  const digits = String(value);
  const long = big || (Number.isInteger(value) && Math.abs(Number(value)) > 2 ** 32);
  const received = long ? digits.replace(/\B(?=(\d{3})+$)/g, '_') + big : digits;
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${received}`;
  return Object.assign(new RangeError(message), { code: 'ERR_OUT_OF_RANGE' });
}

function received(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') {
    const kind: unknown = value.constructor?.name;
    return kind ? `an instance of ${String(kind)}` : '[Object: null prototype] {}';
  }
  if (typeof value === 'bigint') return `type bigint (${value}n)`;
  if (typeof value !== 'string') return `type ${typeof value} (${String(value)})`;
  return `type string ('${value.length > SHOWN + 3 ? `${value.slice(0, SHOWN)}...` : value}')`;
}
