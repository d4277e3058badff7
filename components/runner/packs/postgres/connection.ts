// Speaks with the server in the protocol of Postgres; results come in the server's own text, as psql prints them.
import type { PGlite } from '@electric-sql/pglite';

/** Fields of an error or a notice by their letters: S severity, C code, M message, D detail, H hint, P position, W where. */
export type Fields = Record<string, string>;

export interface Column {
  name: string;
  /** Number of its type. */
  type: number;
}

/** Takes what one statement gives, in order. */
interface Receiver {
  columns?(columns: Column[]): void;
  /** Null is NULL. The text is made when it is asked for. */
  row?(cells: () => (string | null)[]): void;
  /** Such as `INSERT 0 3`. */
  complete?(tag: string): void;
  notice?(fields: Fields): void;
  error?(fields: Fields): void;
  /** Of COPY … TO STDOUT. */
  copied?(text: string): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class DatabaseConnection {
  constructor(private readonly database: PGlite) {}

  /** Runs one statement; `data` is what a COPY … FROM STDIN reads. */
  execute(sql: string, receiver: Receiver, data?: string): void {
    const reader = new MessageReader(receiver);
    // What comes next would be a statement of its own.
    const parts = [message('Q', `${sql.replaceAll('\0', '')}\0`)];
    if (data !== undefined) parts.push(message('d', data), message('c', ''));
    const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    // Never syncs: nothing of it is to be kept. So it is over when the call returns.
    const over = this.database.execProtocolRawStream(whole, {
      syncToFs: false,
      onRawData: (bytes) => reader.read(bytes),
    });
    // That the server failed shows below: PGlite mostly keeps it to itself.
    over.catch(() => {});
    reader.finish();
  }

  /** The rows of a query of our own, as texts. */
  query(sql: string): { columns: string[]; rows: (string | null)[][] } {
    let columns: string[] = [];
    const rows: (string | null)[][] = [];
    let wrong: string | undefined;
    this.execute(sql, {
      columns: (found) => {
        columns = found.map(({ name }) => name);
      },
      row: (cells) => rows.push(cells()),
      error: ({ M = '' }) => {
        wrong = M;
      },
    });
    if (wrong !== undefined) throw new Error(wrong);
    return { columns, rows };
  }
}

function message(type: string, text: string): Uint8Array {
  const body = encoder.encode(text);
  const whole = new Uint8Array(body.length + 5);
  whole[0] = type.charCodeAt(0);
  new DataView(whole.buffer).setInt32(1, body.length + 4);
  whole.set(body, 5);
  return whole;
}

/** Of a statement that the server did not survive, such as where the engine's stack was full before the server's. */
const FAILED: Fields = {
  S: 'FATAL',
  C: 'XX000',
  M: 'the server failed in this statement',
  H: 'Look for a function that calls itself without end.',
};
/** A statement is done, there was none, or it has an error. */
const ANSWERS = 'CIE';

/** Parts the stream into messages, which may come in pieces. */
class MessageReader {
  #rest = new Uint8Array(0);
  #answered = false;
  #failure: { error: unknown } | undefined;

  constructor(private readonly receiver: Receiver) {}

  /** Never throws: that would be thrown into the server, which goes on without a word. */
  read(bytes: Uint8Array): void {
    try {
      if (!this.#failure) this.#take(bytes);
    } catch (error) {
      this.#failure = { error };
    }
  }

  /** When no more comes: throws what a receiver has thrown, and reports a server that did not answer. */
  finish(): void {
    if (this.#failure) throw this.#failure.error;
    if (!this.#answered) this.receiver.error?.(FAILED);
  }

  #take(bytes: Uint8Array): void {
    // A view into the server's memory, which goes on changing.
    let all = bytes;
    if (this.#rest.length > 0) {
      all = new Uint8Array(this.#rest.length + bytes.length);
      all.set(this.#rest);
      all.set(bytes, this.#rest.length);
    }
    const view = new DataView(all.buffer, all.byteOffset, all.length);
    let at = 0;
    while (all.length - at >= 5) {
      const end = at + 1 + view.getInt32(at + 1);
      if (end > all.length) break;
      this.#receive(String.fromCharCode(all[at] ?? 0), new Message(all.subarray(at + 5, end)));
      at = end;
    }
    this.#rest = all.slice(at);
  }

  #receive(type: string, message: Message): void {
    const { receiver } = this;
    this.#answered ||= ANSWERS.includes(type);
    if (type === 'T') receiver.columns?.(message.columns());
    else if (type === 'D') receiver.row?.(() => message.cells());
    else if (type === 'C') receiver.complete?.(message.text());
    else if (type === 'N') receiver.notice?.(message.fields());
    else if (type === 'E') receiver.error?.(message.fields());
    else if (type === 'd') receiver.copied?.(message.rest());
  }
}

class Message {
  readonly #view: DataView;
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  columns(): Column[] {
    return Array.from({ length: this.#int16() }, () => {
      const name = this.text();
      const type = this.#view.getInt32(this.#at + 6);
      this.#at += 18;
      return { name, type };
    });
  }

  cells(): (string | null)[] {
    return Array.from({ length: this.#int16() }, () => {
      const size = this.#view.getInt32(this.#at);
      this.#at += 4;
      if (size < 0) return null;
      this.#at += size;
      return decode(this.bytes.subarray(this.#at - size, this.#at));
    });
  }

  fields(): Fields {
    const fields: Fields = {};
    for (let code = this.bytes[this.#at]; code; code = this.bytes[this.#at]) {
      this.#at += 1;
      fields[String.fromCharCode(code)] = this.text();
    }
    return fields;
  }

  /** Up to the next zero. */
  text(): string {
    const end = this.bytes.indexOf(0, this.#at);
    const text = decode(this.bytes.subarray(this.#at, end));
    this.#at = end + 1;
    return text;
  }

  rest(): string {
    return decode(this.bytes);
  }

  #int16(): number {
    this.#at += 2;
    return this.#view.getInt16(this.#at - 2);
  }
}

function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
