/** Tenant storage: separates the rooms of one name, so that none reads, writes or deletes another's values. */
import type { Storage } from '../engine/platform.js';

const TEAMS = 't/';

/** The values that belong to no tenant. */
export class OwnStorage implements Storage {
  constructor(private readonly storage: Storage) {}

  async read(prefix: string, start?: string): Promise<Map<string, unknown>> {
    const entries = await this.storage.read(prefix, start);
    if (prefix !== '') return entries;
    return new Map([...entries].filter(([key]) => !key.startsWith(TEAMS)));
  }

  write(changes: ReadonlyMap<string, unknown>): Promise<void> {
    return this.storage.write(changes);
  }

  sync(): Promise<void> {
    return this.storage.sync();
  }

  erase(kept: string): Promise<void> {
    return this.storage.erase(kept);
  }
}

export class TenantStorage implements Storage {
  readonly #prefix: string;

  constructor(
    private readonly storage: Storage,
    iss: string,
  ) {
    this.#prefix = `${TEAMS}${encodeURIComponent(iss)}/`;
  }

  async read(prefix: string, start?: string): Promise<Map<string, unknown>> {
    const own = this.#prefix;
    const entries = await this.storage.read(own + prefix, start === undefined ? undefined : own + start);
    return new Map([...entries].map(([key, value]) => [key.slice(own.length), value]));
  }

  write(changes: ReadonlyMap<string, unknown>): Promise<void> {
    return this.storage.write(new Map([...changes].map(([key, value]) => [this.#prefix + key, value])));
  }

  sync(): Promise<void> {
    return this.storage.sync();
  }

  erase(kept: string): Promise<void> {
    return this.storage.erase(kept);
  }
}
