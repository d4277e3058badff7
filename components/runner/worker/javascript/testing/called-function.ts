// Test task: calls a function of a file with JSON arguments, and reports its return value or that of its promise.
import { tell } from '../../serve.js';
import type { Loop } from '../loop.js';
import { STUCK, stuck } from '../stuck.js';
import { Plain, TooLarge } from './returned-value.js';

type Function = (this: unknown, ...values: unknown[]) => unknown;

/** The hook that receives a top-level name: many people write no `export`. */
const GIVES = 'codeRoomGives';
/** A reserved word can only be the name of an export. */
const RESERVED =
  /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;
const NOTHING = Symbol('nothing');
const { parse } = JSON;

export class CalledFunction {
  readonly #path: string[];
  #given: unknown;

  constructor(
    name: string,
    private readonly args: string,
    private readonly loop: Loop,
  ) {
    this.#path = name.split('.');
    const value = (given: unknown) => {
      this.#given = given;
    };
    Reflect.defineProperty(globalThis, GIVES, { configurable: true, value });
  }

  /** On a line of its own, so that line numbers stay unchanged. */
  get addition(): string {
    const [first = ''] = this.#path;
    if (RESERVED.test(first)) return '';
    return `\n;${GIVES}(typeof ${first} === 'undefined' ? undefined : ${first});`;
  }

  async carryOut(exported: unknown): Promise<{ error: unknown } | undefined> {
    Reflect.deleteProperty(globalThis, GIVES);
    const found = this.#find(exported);
    if ('kind' in found) {
      tell(found);
      return undefined;
    }
    const promise = (async () => found.called.apply(found.holder, parse(this.args) as unknown[]))();
    // An error that occurs before anybody waits for the promise must not count as another's.
    promise.catch(() => {});
    const value = await Promise.race([promise, stuck({ main: promise, begun: Promise.resolve() }, this.loop)]);
    if (value === STUCK) tell({ kind: 'pending' });
    else await this.#tell(value);
    return undefined;
  }

  async #tell(value: unknown): Promise<void> {
    const plain = new Plain();
    try {
      tell({ kind: 'returned', value: plain.of(await plain.listed(value)) });
    } catch (error) {
      if (error !== TooLarge) throw error;
      tell({ kind: 'large' });
    }
  }

  #find(exported: unknown): { called: Function; holder: unknown } | { kind: 'missing'; name: string; found: boolean } {
    let [holder, target]: unknown[] = [undefined, NOTHING];
    for (const [depth, part] of this.#path.entries()) {
      holder = depth === 0 ? undefined : target;
      target = depth === 0 ? this.#first(exported, part) : part in Object(target) ? Object(target)[part] : NOTHING;
      if (target === NOTHING) return { kind: 'missing', name: this.#path.slice(0, depth + 1).join('.'), found: false };
    }
    return typeof target === 'function'
      ? { called: target as Function, holder }
      : { kind: 'missing', name: this.#path.join('.'), found: true };
  }

  /** Exports come before local names. */
  #first(exported: unknown, name: string): unknown {
    const all = Object(exported);
    if (name in all && !(name in Object.prototype)) return all[name];
    if (this.#given !== undefined) return this.#given;
    const usual = Object(all.default);
    if (name in usual && !(name in Function.prototype)) return usual[name];
    // A single exported function, by its own name.
    for (const only of [all.default, exported]) if (typeof only === 'function' && only.name === name) return only;
    return NOTHING;
  }
}
