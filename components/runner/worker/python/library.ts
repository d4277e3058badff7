// Python's library as a custom section of a compiled module, which all workers share; copied only when it is read.

/** The part of Emscripten's file system that is used. */
export interface Disk {
  readdir(path: string): string[];
  lookupPath(path: string): { node: { contents: Uint8Array; usedBytes: number } };
}

/** Most programs need only what the snapshot contains, so the library is copied at its first read. */
export function giveLater(disk: Disk, library: WebAssembly.Module): void {
  const name = disk.readdir('/lib').find((each) => each.endsWith('.zip'));
  const [size] = WebAssembly.Module.customSections(library, 'size');
  if (!name || !size) throw new Error('There is no library.');
  const { node } = disk.lookupPath(`/lib/${name}`);
  const copied = contentOf.bind(undefined, library, WebAssembly.Module.customSections);
  let contents: Uint8Array | undefined;
  Object.defineProperty(node, 'contents', {
    get: () => {
      contents ??= new Uint8Array(copied());
      return contents;
    },
    set: (value: Uint8Array) => {
      contents = value;
    },
  });
  node.usedBytes = new Uint32Array(size)[0] ?? 0;
}

/** The library's zip file. */
export function contentOf(library: WebAssembly.Module, sections = WebAssembly.Module.customSections): ArrayBuffer {
  return sections(library, 'library')[0] ?? new ArrayBuffer();
}
