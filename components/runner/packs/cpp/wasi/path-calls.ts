// WASI's calls that name files by their paths; none leads out of the disk.
import { type Disk, DiskFile, parentOf, resolved } from './disk.js';
import { ERRNO, FILE_TYPE } from './errno.js';
import type { Memory } from './memory.js';
import { APPEND, type Call, FIRST_FREE, type Open } from './open-files.js';

const OPEN_FLAG = { create: 1, folder: 2, exclusive: 4, truncate: 8 };

export function pathCalls(memory: Memory, disk: Disk, open: Map<number, Open>): Record<string, Call> {
  /** Calls with the place that a program names, if it is one of its disk. */
  const at = (fd: number, path: number, length: number, then: (path: string) => number): number => {
    const folder = open.get(fd);
    if (folder?.kind !== 'folder') return ERRNO.badFile;
    const place = resolved(folder.path, memory.string(path, length));
    return place === undefined ? ERRNO.outside : then(place);
  };
  return {
    path_open: (
      fd: number,
      _follow: number,
      path: number,
      length: number,
      how: number,
      _rights: bigint,
      _inherited: bigint,
      flags: number,
      done: number,
    ) =>
      at(fd, path, length, (place) => {
        const opened = openedAt(disk, place, how, flags);
        if (typeof opened === 'number') return opened;
        let number = FIRST_FREE;
        while (open.has(number)) number += 1;
        open.set(number, opened);
        return memory.u32(done, number);
      }),
    path_filestat_get: (fd: number, _follow: number, path: number, length: number, to: number) =>
      at(fd, path, length, (place) => {
        const file = disk.files.get(place);
        if (file) return memory.statistics(to, FILE_TYPE.file, place, file);
        return disk.folders.has(place) ? memory.statistics(to, FILE_TYPE.folder, place) : ERRNO.noEntry;
      }),
    path_filestat_set_times: () => ERRNO.success,
    path_create_directory: (fd: number, path: number, length: number) =>
      at(fd, path, length, (place) => {
        if (disk.has(place)) return ERRNO.exists;
        if (!disk.folders.has(parentOf(place))) return ERRNO.noEntry;
        disk.folders.add(place);
        return ERRNO.success;
      }),
    path_remove_directory: (fd: number, path: number, length: number) =>
      at(fd, path, length, (place) => {
        if (!disk.folders.has(place)) return disk.files.has(place) ? ERRNO.notFolder : ERRNO.noEntry;
        if (place === '' || disk.list(place).length > 0) return ERRNO.notEmpty;
        disk.folders.delete(place);
        return ERRNO.success;
      }),
    path_unlink_file: (fd: number, path: number, length: number) =>
      at(fd, path, length, (place) => {
        if (disk.folders.has(place)) return ERRNO.isFolder;
        return disk.files.delete(place) ? ERRNO.success : ERRNO.noEntry;
      }),
    path_rename: (fd: number, path: number, length: number, to: number, newPath: number, newLength: number) =>
      at(fd, path, length, (place) =>
        at(to, newPath, newLength, (newPlace) => {
          const file = disk.files.get(place);
          if (!file) return disk.folders.has(place) ? ERRNO.notSupported : ERRNO.noEntry;
          if (disk.folders.has(newPlace)) return ERRNO.isFolder;
          if (!disk.folders.has(parentOf(newPlace))) return ERRNO.noEntry;
          disk.files.delete(place);
          disk.files.set(newPlace, file);
          return ERRNO.success;
        }),
      ),
    path_readlink: (fd: number, path: number, length: number) =>
      at(fd, path, length, (place) => (disk.has(place) ? ERRNO.invalid : ERRNO.noEntry)),
  };
}

function openedAt(disk: Disk, path: string, how: number, flags: number): Open | number {
  if (disk.folders.has(path)) return how & OPEN_FLAG.create ? ERRNO.isFolder : { kind: 'folder', path };
  let file = disk.files.get(path);
  if (how & OPEN_FLAG.folder) return file ? ERRNO.notFolder : ERRNO.noEntry;
  if (file && how & OPEN_FLAG.create && how & OPEN_FLAG.exclusive) return ERRNO.exists;
  if (!file) {
    if (!(how & OPEN_FLAG.create) || !disk.folders.has(parentOf(path))) return ERRNO.noEntry;
    file = new DiskFile();
    disk.files.set(path, file);
  } else if (how & OPEN_FLAG.truncate) {
    file.resize(0);
  }
  return { kind: 'file', path, file, at: 0, append: (flags & APPEND) !== 0 };
}
