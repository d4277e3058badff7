// The table by which WebAssembly calls functions, as the snapshot expects it in every engine.

/** What a module exports, its table among it. */
export interface Tabled {
  __indirect_function_table: Pick<WebAssembly.Table, 'length' | 'get' | 'set'>;
}

/**
 * In JavaScriptCore a function of the table is not the same object as the export of that function, so Emscripten would
 * add each once more, and all function pointers of the snapshot would be off.
 */
export function unifyFunctions(exports: Tabled): void {
  const { __indirect_function_table: table } = exports;
  const byName = new Map<string, unknown>();
  for (const value of Object.values<unknown>({ ...exports }))
    if (value instanceof Function) byName.set(value.name, value);
  for (let index = 0; index < table.length; index++) {
    const entry = table.get(index);
    const same = entry && byName.get(entry.name);
    // Other engines have one object for both, here as everywhere: to look through thousands of entries takes them long.
    if (same && same === entry) return;
    if (same) table.set(index, same);
  }
}
