// Files that were dropped, pasted or chosen, with their paths; folders with all their files.

export interface PickedFile {
  /** The path. */
  name: string;
  /** Null when it cannot be read. */
  file: File | null;
}

export interface Picked {
  files: PickedFile[];
  /** Hidden files and package folders. */
  leftOut: string[];
  /** Files beyond those that are read, and folders with such files. */
  tooMany: string[];
}

/** Several times the limit of a room, so that a dropped disk is not read completely. */
const MOST = 200;
const NOT_MEANT = /^(\.|node_modules$|__pycache__$|__MACOSX$)/;

/** The content of the transfer. Must be read synchronously, since it is empty after the event. */
export function pickedFrom({ items, files }: DataTransfer): Promise<Picked> {
  const folders = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry?.() : null;
    return entry?.isDirectory ? [entry] : [];
  });
  if (folders.length === 0) return Promise.resolve(pickedIn(files));
  // Next to folders, the list of files contains the folders as well, which cannot be read as files.
  const beside = [...items].flatMap((item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isFile ? (item.getAsFile() ?? []) : [];
  });
  return withFolders(pickedIn(beside), folders);
}

/** The files chosen with an input for files or for a folder. */
export function pickedIn(list: Iterable<File>): Picked {
  const named = [...list].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  const { picked, ...others } = pickedByName(named);
  return { files: picked, ...others };
}

/** Those that are meant, by their paths; not more than anybody waits for. */
export function pickedByName<T extends { name: string }>(
  all: Iterable<T>,
): { picked: T[]; leftOut: string[]; tooMany: string[] } {
  const meant: T[] = [];
  const leftOut = new Set<string>();
  for (const one of all) {
    const parts = one.name.split('/');
    const at = parts.findIndex((part) => NOT_MEANT.test(part));
    if (at >= 0) leftOut.add(parts.slice(0, at + 1).join('/'));
    else meant.push(one);
  }
  const ordered = inOrder(meant);
  return {
    picked: ordered.slice(0, MOST),
    leftOut: [...leftOut],
    tooMany: ordered.slice(MOST).map(({ name }) => name),
  };
}

/** One level of folders after the other, so that what is not reached are the files in the most folders. */
async function withFolders(picked: Picked, folders: readonly FileSystemEntry[]): Promise<Picked> {
  const { files, leftOut, tooMany } = picked;
  let level = folders.map((entry) => ({ name: entry.name, entry }));
  while (level.length > 0) {
    const inner: typeof level = [];
    for (const { name, entry } of inOrder(level)) {
      if (NOT_MEANT.test(entry.name)) leftOut.push(name);
      else if (files.length >= MOST) tooMany.push(name);
      else if (entry.isFile) files.push({ name, file: await fileOf(entry as FileSystemFileEntry).catch(() => null) });
      else {
        const entries = await entriesOf(entry as FileSystemDirectoryEntry).catch(() => null);
        if (entries) inner.push(...entries.map((one) => ({ name: `${name}/${one.name}`, entry: one })));
        else files.push({ name, file: null });
      }
    }
    level = inner;
  }
  return { ...picked, files: inOrder(files) };
}

/** A folder returns its entries in batches, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Files in fewer folders come first; if not all fit, they are more important. */
function inOrder<T extends { name: string }>(files: readonly T[]): T[] {
  const { compare } = new Intl.Collator();
  const keyed = files.map((file) => ({ file, depth: file.name.split('/').length }));
  return keyed.sort((a, b) => a.depth - b.depth || compare(a.file.name, b.file.name)).map(({ file }) => file);
}
