// Node's Buffer, as far as small programs need it: text to bytes and back.

/** Bytes of a text, in one of Node's encodings. */
function bytesOf(text: string, encoding = 'utf8'): Uint8Array<ArrayBuffer> {
  switch (encoding.toLowerCase()) {
    case 'hex':
      return Uint8Array.from(text.match(/[\da-f]{2}/gi) ?? [], (digits) => Number.parseInt(digits, 16));
    case 'base64':
    case 'base64url':
      return latin(
        atob(
          text
            .replaceAll('-', '+')
            .replaceAll('_', '/')
            .replace(/[^A-Za-z0-9+/]/g, ''),
        ),
      );
    case 'latin1':
    case 'binary':
    case 'ascii':
      return latin(text);
    default:
      return new TextEncoder().encode(text);
  }
}

function latin(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

export class Buffer extends Uint8Array<ArrayBuffer> {
  static fromSource(source: string | ArrayLike<number> | ArrayBuffer, encoding?: string): Buffer {
    if (typeof source === 'string') return holding(bytesOf(source, encoding));
    return source instanceof ArrayBuffer ? new Buffer(source) : holding(Uint8Array.from(source));
  }

  static alloc(size: number, fill = 0): Buffer {
    const buffer = new Buffer(new ArrayBuffer(size));
    buffer.fill(fill);
    return buffer;
  }

  static allocUnsafe(size: number): Buffer {
    return Buffer.alloc(size);
  }

  static concat(parts: readonly Uint8Array[]): Buffer {
    const whole = Buffer.alloc(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  static byteLength(text: string, encoding?: string): number {
    return bytesOf(text, encoding).length;
  }

  static isBuffer(value: unknown): value is Buffer {
    return value instanceof Buffer;
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, index) => byte === other[index]);
  }

  override toString(encoding = 'utf8', start = 0, end = this.length): string {
    const bytes = this.subarray(start, end);
    const letters = () => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    switch (encoding.toLowerCase()) {
      case 'hex':
        return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      case 'base64':
        return btoa(letters());
      case 'base64url':
        return btoa(letters()).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
      case 'latin1':
      case 'binary':
      case 'ascii':
        return letters();
      default:
        return new TextDecoder().decode(bytes);
    }
  }

  toJSON(): { type: 'Buffer'; data: number[] } {
    return { type: 'Buffer', data: [...this] };
  }
}

function holding(bytes: Uint8Array<ArrayBuffer>): Buffer {
  return new Buffer(bytes.buffer, bytes.byteOffset, bytes.length);
}

// Node's takes texts, where that of its parent takes numbers only.
Reflect.set(Buffer, 'from', Buffer.fromSource);
