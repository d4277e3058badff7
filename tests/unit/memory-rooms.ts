/** Real rooms on storage and a clock in memory, for tests of the HTTP API and the pages. */
import type { CreateCommand, RoomAnswer, RoomCommand, RoomDirectory } from '../../party/commands/command.js';
import type { RoomSettings } from '../../party/config/room-settings.js';
import type { Clock } from '../../party/engine/platform.js';
import { LIMITS } from '../../party/shared/limits.js';
import { TenantRooms } from '../../party/tenants.js';
import { MemoryStorage } from '../room/world.js';

export class MemoryRooms implements RoomDirectory {
  /** What each room was made of. */
  readonly rooms = new Map<string, CreateCommand>();
  readonly loaded = new Map<string, TenantRooms>();
  readonly storages = new Map<string, MemoryStorage>();
  now = Date.UTC(2026, 10, 23, 9);
  /** The next commands fail with this, as if the engine could not reach the room. */
  failure: Error | undefined;

  constructor(private readonly settings: Partial<RoomSettings> = {}) {}

  async send<C extends RoomCommand>(id: string, command: C): Promise<RoomAnswer<C['type']>> {
    if (this.failure) throw this.failure;
    if (command.type === 'create') this.rooms.set(id, command);
    return (await this.tenants(id).command(command)) as RoomAnswer<C['type']>;
  }

  tenants(id: string): TenantRooms {
    const known = this.loaded.get(id);
    if (known) return known;
    const reportError = (error: unknown) => {
      throw error;
    };
    const settings = {
      ...{
        limits: { ...LIMITS, batchPaceMs: 0 },
        engine: 'memory',
        openRooms: true,
        issuers: [],
        webhook: null,
        reportError,
      },
      ...this.settings,
    };
    const storage = new MemoryStorage();
    const tenants = new TenantRooms(() => id, storage, this.#clock(), settings);
    this.storages.set(id, storage);
    this.loaded.set(id, tenants);
    return tenants;
  }

  /** Time passes only when it is moved; nothing is called back. */
  #clock(): Clock {
    return { now: () => this.now, after: () => () => {}, pause: async () => {}, wakeAt: () => {} };
  }
}
