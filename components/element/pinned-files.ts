// Pinned files: they come first in one person's row of tabs. Stored in this browser tab only.
import type { RoomFile } from '../session/sync/files.js';

const PREFIX = 'code-room:pinned:';

export class PinnedFiles {
  readonly #documents: Set<number>;

  /** A local room has no id: its pins are not stored. */
  constructor(private readonly room: string | undefined) {
    this.#documents = new Set(this.#kept());
  }

  has({ document }: RoomFile): boolean {
    return this.#documents.has(document.id);
  }

  toggle(file: RoomFile): void {
    const { id } = file.document;
    if (!this.#documents.delete(id)) this.#documents.add(id);
    if (this.room === undefined) return;
    try {
      sessionStorage.setItem(PREFIX + this.room, [...this.#documents].join());
    } catch {
      // Storage is full or not allowed: after a reload nothing is pinned.
    }
  }

  /** Pinned files first, otherwise in the room's order. */
  inOrder(list: readonly RoomFile[]): RoomFile[] {
    return [...list.filter((file) => this.has(file)), ...list.filter((file) => !this.has(file))];
  }

  #kept(): number[] {
    if (this.room === undefined) return [];
    try {
      return (sessionStorage.getItem(PREFIX + this.room) ?? '').split(',').filter(Boolean).map(Number);
    } catch {
      return []; // Storage is not allowed, as in a sandboxed frame.
    }
  }
}
