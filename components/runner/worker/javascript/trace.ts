// Stack traces as the person knows the program: by the name of the file, without our own frames, alike in all browsers.
import { inspect } from './inspect.js';

/** `at name (url:line:column)` in Chromium, `name@url:line:column` in the others. */
const FRAME = /^\s*(?:at (?:(?<async>async )?(?<chromium>[^(]+?) \()?|(?<others>[^@]*)@)(?<place>.*?:\d+:\d+)\)?$/;
const MAX_CAUSES = 5;

/** Counted from 1. */
export interface Place {
  line: number;
  column: number;
}

export class Trace {
  constructor(
    private readonly url: string,
    private readonly fileName: string,
    /** Where a place of what runs is in what the person wrote. */
    private readonly original: (place: Place) => Place | undefined = (place) => place,
  ) {}

  /** What is printed for a value that was thrown and not caught. `line` is where, if the error itself does not know. */
  uncaught(thrown: unknown, line?: number): string {
    if (!(thrown instanceof Error)) return `Uncaught ${inspect(thrown)}`;
    const place = line === undefined ? '' : `\n    at ${this.fileName}:${line}`;
    return `Uncaught ${this.describe(thrown)}${place}`;
  }

  /** An error with its trace and what caused it. */
  describe(error: Error, depth = 0): string {
    const frames = this.#frames(error).map((frame) => `\n    at ${frame}`);
    const text = `${headline(error)}${frames.join('')}`;
    if (error.cause === undefined || depth >= MAX_CAUSES) return text;
    const cause = error.cause instanceof Error ? this.describe(error.cause, depth + 1) : inspect(error.cause);
    return `${text}\nCaused by: ${cause}`;
  }

  /** Whether the error says where in the program it happened. */
  locates(error: Error): boolean {
    return this.#frames(error).length > 0;
  }

  #frames(error: Error): string[] {
    const frames: string[] = [];
    for (const line of (error.stack ?? '').split('\n')) {
      const { async = '', chromium, others, place } = FRAME.exec(line)?.groups ?? {};
      const at = place?.indexOf(this.url) ?? -1;
      // Some versions of Firefox leave the address of such a module out, and of nothing else.
      const nameless = place?.startsWith(':');
      if (!place || (at < 0 && !nameless)) continue;
      const where = this.#where(place);
      // What a compiler has added is nobody's line.
      if (!where) continue;
      const name = (chromium ?? others ?? '').replace(/^(module code|global code|<anonymous>|async\*|\*)+|[/<]+$/g, '');
      frames.push(name ? `${async}${name} (${where})` : where);
    }
    if (frames.length > 0 || !(error instanceof SyntaxError)) return frames;
    const { lineNumber, columnNumber, line, column } = error as SyntaxError & Record<string, unknown>;
    const [row, offset] = [lineNumber ?? line, columnNumber ?? column];
    if (typeof row === 'number' && row > 0) frames.push(`${this.fileName}:${row}${offset ? `:${offset}` : ''}`);
    return frames;
  }

  #where(place: string): string | undefined {
    const [line = 0, column = 0] = place.split(':').slice(-2).map(Number);
    const found = this.original({ line, column });
    return found && `${this.fileName}:${found.line}:${found.column}`;
  }
}

function headline(error: Error): string {
  const { name, message } = error;
  const kind = typeof name === 'string' && name !== '' ? name : 'Error';
  return message ? `${kind}: ${message}` : kind;
}
