// Node's Buffer: the port that bundlers use, since it has many methods and programs compare their results. 9 kB.
import { kMaxLength, Buffer as Port, SlowBuffer } from 'buffer/';
import { checkBuffers } from './buffer-checks.js';

/** The port's `Buffer` is a function, so it can be called without `new`, like Node's. */
export const Buffer = Port;
export type Buffer = InstanceType<typeof Port>;

type Text = (this: Buffer, encoding?: string, start?: number, end?: number) => string;
type From = (source: unknown, encoding?: unknown, length?: unknown) => Buffer;

const isUrl = (encoding: unknown) => typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';

const isHex = (source: unknown, encoding: unknown): source is string =>
  typeof source === 'string' && typeof encoding === 'string' && encoding.toLowerCase() === 'hex';
/** Decoding stops at the first invalid byte. */
const hexOf = (text: string) => /^(?:[\da-f]{2})*/i.exec(text)?.[0] ?? '';

// The port does not support base64url.
const toText = Port.prototype.toString as Text;
const from = Port.from.bind(Port) as From;
const isEncoding = Port.isEncoding.bind(Port);
const byteLength = Port.byteLength.bind(Port);
const write = Port.prototype.write as (this: Buffer, ...values: unknown[]) => number;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const isUtf8 = (encoding: unknown) => encoding === undefined || /^utf-?8$/i.test(String(encoding));

/** As Node cuts it: within the buffer, by whole numbers. */
function cut(bytes: Buffer, start: unknown, end: unknown): Uint8Array<ArrayBuffer> {
  const at = (place: unknown, other: number) =>
    place === undefined ? other : Math.min(Math.max(Math.trunc(Number(place)) || 0, 0), bytes.length);
  const from = at(start, 0);
  const { buffer, byteOffset } = bytes;
  return new Uint8Array(buffer as ArrayBuffer, byteOffset + from, Math.max(0, at(end, bytes.length) - from));
}

function text(this: Buffer, encoding?: string, start?: number, end?: number): string {
  // Of a character that is not whole the port makes as many marks as it has bytes.
  if (isUtf8(encoding)) return utf8.decode(cut(this, start, end));
  if (!isUrl(encoding)) return toText.call(this, encoding, start, end);
  return toText.call(this, 'base64', start, end).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
Reflect.set(Port.prototype, 'toString', text);
Reflect.set(Port.prototype, 'write', function (this: Buffer, ...values: unknown[]) {
  return write.call(this, ...values.map((value) => (isUrl(value) ? 'base64' : value)));
});
Object.assign(Port, {
  from: (source: unknown, encoding?: unknown, length?: unknown) =>
    from(isHex(source, encoding) ? hexOf(source) : source, isUrl(encoding) ? 'base64' : encoding, length),
  isEncoding: (encoding: string) => isUrl(encoding) || isEncoding(encoding),
  byteLength: (text: string, encoding?: string) =>
    byteLength(text, (isUrl(encoding) ? 'base64' : encoding) as 'base64'),
});

checkBuffers(Port, Port.prototype);
Reflect.set(Port.prototype, 'toLocaleString', Port.prototype.toString);

const INSPECTED_BYTES = 50;

/** Node's output format: the port shows neither class name nor properties. */
Reflect.defineProperty(Port.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  configurable: true,
  writable: true,
  value(this: Buffer) {
    const bytes = [...this.subarray(0, INSPECTED_BYTES)].map((byte) => byte.toString(16).padStart(2, '0'));
    const rest = this.length - INSPECTED_BYTES;
    const more = rest > 0 ? ` ... ${rest} more byte${rest > 1 ? 's' : ''}` : '';
    return `<Buffer ${bytes.join(' ')}${more}>`;
  },
});

export const bufferModule = {
  Buffer,
  SlowBuffer,
  kMaxLength,
  kStringMaxLength: 2 ** 29 - 24,
  constants: { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: 2 ** 29 - 24 },
  Blob: globalThis.Blob,
  atob: globalThis.atob,
  btoa: globalThis.btoa,
  isUtf8: (bytes: Uint8Array) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  },
  isAscii: (bytes: Uint8Array) => bytes.every((byte) => byte < 128),
};
