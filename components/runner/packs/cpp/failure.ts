// Why a program ended that did not end by itself: what it did, in a sentence, and the calls that led there.

/** Why it ended, and what to look for. */
export interface Meaning {
  text: string;
  advice?: string;
}

const POINTER = 'A pointer was used that points to nothing. Look whether it is null before it is used.';
const CHECKS: Record<string, Meaning> = {
  'null pointer': { text: 'null pointer dereference (segmentation fault)', advice: POINTER },
  'missing return': {
    text: 'a function that has to return a value ended without return',
    advice: 'Look for a way through the function that comes to no `return`.',
  },
  'array index out of bounds': { text: 'array index out of bounds' },
};

/** What a check says that did not hold: ours by its name, the library's as "<file>:<line>: assertion <condition> failed: <sentence>". */
export function misuse(message: string): Meaning {
  return CHECKS[message] ?? { text: /failed: ([^\n]+)/.exec(message)?.[1] ?? message.trim() };
}

/** What engines say, Chromium, Firefox and WebKit, and what it means. */
const TRAPS: [said: RegExp, meaning: string, advice?: string][] = [
  [/(?:divide|division|remainder) by zero/i, 'integer division by zero'],
  [/divide result unrepresentable|integer overflow|Division resulted in.*overflow/i, 'integer overflow in a division'],
  [
    /call stack|too much recursion|stack overflow/i,
    'the calls are nested too deeply (stack overflow)',
    'A function calls itself without end, or deeper than a browser allows. Check the condition that ends the recursion, or use a loop.',
  ],
  [
    /out of bounds memory|memory access out of bounds|index out of bounds/i,
    'memory outside the program was used (segmentation fault)',
    'A pointer or index is wrong: null, not set, freed already, or beyond the end of an array.',
  ],
  [
    /null function|indirect call|signature mismatch|table index|undefined element|call_indirect/i,
    'a function was called by a pointer that points to none',
  ],
  [/float unrepresentable|invalid conversion|truncation|trunc/i, 'a number was too large for the integer it was made'],
  [
    /unreachable/i,
    'the program came where it must not come (undefined behaviour)',
    'Most often a function that has to return a value ended without `return`.',
  ],
];

export function meaningOf(error: unknown): Meaning {
  const message = error instanceof Error ? error.message : String(error);
  const [, meaning, advice] = TRAPS.find(([said]) => said.test(message)) ?? [];
  return meaning ? { text: meaning, ...(advice && { advice }) } : { text: message };
}

/** Where in the code of a module the calls of a stack are, the last one first; nothing in engines that do not tell. */
export function placesIn(stack: string, program: Uint8Array): number[] {
  const start = codeStart(program);
  return [...stack.matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)].map(
    ([, at = '']) => Number.parseInt(at, 16) - start,
  );
}

/** Where the code begins in a module: places in it are counted from there. */
function codeStart(module: Uint8Array): number {
  const CODE = 10;
  for (let at = 8; at < module.length; ) {
    const kind = module[at];
    at += 1;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at] ?? 0;
      at += 1;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (kind === CODE) return at;
    at += size;
  }
  return 0;
}
