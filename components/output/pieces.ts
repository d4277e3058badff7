// The pieces of output to render, in order: as few text pieces as their styles need, and what stands alone between them; limited in number.

import { ATTACHMENT_KINDS, type OutputKind } from '../../party/shared/output.js';
import { PLAIN, type TextStyle } from './text-style.js';

/** A warning is yellow error output, as of `console.warn`; a kind of its own on the wire would be unknown to older pages. */
export type ShownKind = OutputKind | 'warning';

export interface ShownText {
  kind: ShownKind;
  pieces: { text: string; look: TextStyle }[];
}

/** An attachment or a note: no text is joined to it. */
export interface ShownAlone {
  kind: OutputKind;
  text: string;
}

export function standsAlone(kind: OutputKind): boolean {
  return kind === 'note' || ATTACHMENT_KINDS.has(kind);
}

/** Collects pieces, joining neighbours and limiting their number. */
export class Pieces {
  readonly all: (ShownText | ShownAlone)[] = [];
  #count = 0;
  #ends: ShownKind[] = [];

  constructor(private readonly limit: number) {}

  place(thing: ShownAlone): void {
    this.finished();
    if (this.all.length < this.limit * 2) this.all.push(thing);
  }

  add(kind: ShownKind, text: string, look: TextStyle): void {
    const ends = this.#ends;
    this.#ends = [];
    const last = this.all.at(-1);
    const full = this.#count >= this.limit;
    const fits = last && 'pieces' in last && (last.kind === kind || full);
    const own = fits ? '\n'.repeat(ends.length) : '';
    if (!fits) for (const end of ends) this.#end(end);
    const group = fits ? last : { kind, pieces: [] };
    if (!fits) this.all.push(group);
    this.#append(group, own + text, full ? PLAIN : look);
  }

  /** A newline takes the style of what follows. */
  endLine(kind: ShownKind): void {
    this.#ends.push(kind);
  }

  finished(): (ShownText | ShownAlone)[] {
    for (const end of this.#ends) this.#end(end);
    this.#ends = [];
    return this.all;
  }

  /** Ends a piece that nothing will be joined to. */
  #end(kind: ShownKind): void {
    const last = this.all.at(-1);
    const fits = last && 'pieces' in last && (baseOf(last.kind) === baseOf(kind) || this.#count >= this.limit);
    const group = fits ? last : { kind, pieces: [] };
    if (!fits) this.all.push(group);
    this.#append(group, '\n', group.pieces.at(-1)?.look ?? PLAIN);
  }

  #append({ pieces }: ShownText, text: string, look: TextStyle): void {
    const piece = pieces.at(-1);
    if (piece?.look === look) {
      piece.text += text;
      return;
    }
    pieces.push({ text, look });
    this.#count += 1;
  }
}

function baseOf(kind: ShownKind): OutputKind {
  return kind === 'warning' ? 'stderr' : kind;
}
