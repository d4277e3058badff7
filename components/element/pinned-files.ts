// Files that one person keeps at the beginning of their row of tabs: nobody else is told, and the browser's tab remembers.
import type { RoomFile } from '../session/sync/files.js';

const PREFIX = 'code-room:pinned:';

export class PinnedFiles {
  readonly #documents: Set<number>;

  /** A room of one has no name: there they are pinned as long as the page is there. */
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
      // Full or forbidden: after a reload nothing is pinned, and that is all.
    }
  }

  /** Pinned ones first, both as the room has them. */
  inOrder(list: readonly RoomFile[]): RoomFile[] {
    return [...list.filter((file) => this.has(file)), ...list.filter((file) => !this.has(file))];
  }

  #kept(): number[] {
    if (this.room === undefined) return [];
    try {
      return (sessionStorage.getItem(PREFIX + this.room) ?? '').split(',').filter(Boolean).map(Number);
    } catch {
      return []; // Storage is forbidden here, as in a sandboxed frame.
    }
  }
}
