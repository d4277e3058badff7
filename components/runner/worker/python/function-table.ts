// Prepares the WebAssembly function table: with the layout that the snapshot expects in every engine, and filled in one step.

/** The exports of a module, with its table. */
export interface Tabled {
  __indirect_function_table: Pick<WebAssembly.Table, 'length' | 'get' | 'set'>;
}

/** An Emscripten function with its signature, one letter per type. */
type Signed = ((...values: never[]) => unknown) & { sig?: string };

/** `v` is void; with 32-bit pointers, `p` is `i`. */
const TYPE_CODES: Record<string, number[]> = {
  v: [],
  i: [0x7f],
  p: [0x7f],
  j: [0x7e],
  f: [0x7d],
  d: [0x7c],
  e: [0x6f],
};
const FUNCTION_TYPE = 0x60;
const SECTION = { type: 1, import: 2, export: 7 };

/**
 * In JavaScriptCore a function in the table is not identical to the exported one, so Emscripten would add each again, and
 * all function pointers of the snapshot would be shifted.
 */
export function unifyFunctions(exports: Tabled): void {
  const { __indirect_function_table: table } = exports;
  const exported = Object.values<unknown>({ ...exports }).filter((value) => value instanceof Function);
  if (holdsOneOf(table, new Set(exported))) return;
  const byName = new Map(exported.map((value) => [value.name, value]));
  for (let index = 0; index < table.length; index++) {
    const entry = table.get(index);
    const same = entry && byName.get(entry.name);
    if (same) table.set(index, same);
  }
}

/** True where table entries and exports are identical, as in most engines; comparing names of thousands of functions would be slow. */
function holdsOneOf(table: Tabled['__indirect_function_table'], exported: Set<unknown>): boolean {
  for (let index = 0; index < table.length; index++) if (exported.has(table.get(index))) return true;
  return false;
}

/**
 * A table accepts no JavaScript function: Emscripten tries, catches the error and creates one module for each of hundreds.
 * Here a single module converts all of them.
 */
export function acceptImports({ __indirect_function_table: table }: Tabled, signed: Signed[]): void {
  const wrapped = new Map<unknown, unknown>();
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(passThrough(signed.map(({ sig = 'v' }) => sig))),
    { '': { ...signed } },
  );
  for (const [index, value] of signed.entries()) wrapped.set(value, exports[index]);
  const set = table.set.bind(table);
  table.set = (index, value) => set(index, wrapped.get(value) ?? value);
}

/** The imported functions whose table index the module requests, except those with unknown types. */
export function addressed(module: WebAssembly.Module, imports: Record<string, unknown>): Signed[] {
  return WebAssembly.Module.imports(module)
    .filter(({ module: from }) => from === 'GOT.func')
    .map(({ name }) => imports[name])
    .filter(isSigned);
}

function isSigned(value: unknown): value is Signed {
  const { sig } = (value ?? {}) as Signed;
  return value instanceof Function && sig !== undefined && [...sig].every((letter) => letter in TYPE_CODES);
}

/** A module that exports its imports, by number, as functions of these types. */
export function passThrough(signatures: string[]): Uint8Array<ArrayBuffer> {
  const types = [...new Set(signatures)];
  const named = (index: number) => vector([...String(index)].map((digit) => [digit.charCodeAt(0)]));
  const imported = signatures.map((signature, index) => [0, ...named(index), 0, ...leb128(types.indexOf(signature))]);
  const exported = signatures.map((_, index) => [...named(index), 0, ...leb128(index)]);
  return Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(SECTION.type, types.map(functionType)),
    ...section(SECTION.import, imported),
    ...section(SECTION.export, exported),
  );
}

function functionType(signature: string): number[] {
  const [result = [], ...parameters] = [...signature].map((letter) => TYPE_CODES[letter] ?? []);
  return [FUNCTION_TYPE, ...vector(parameters), ...vector(result.length > 0 ? [result] : [])];
}

function section(number: number, entries: number[][]): number[] {
  const content = vector(entries);
  return [number, ...leb128(content.length), ...content];
}

function vector(entries: number[][]): number[] {
  return [...leb128(entries.length), ...entries.flat()];
}

/** Unsigned LEB128. */
function leb128(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) | 128, ...leb128(Math.floor(number / 128))];
}
