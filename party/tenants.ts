/** The rooms of one name: the open or made room, and one for each tenant (a team that embeds rooms). They are separate rooms. */

import type { Issuer } from './access/issuers.js';
import { issuerOf } from './access/tokens.js';
import type { DeliveredCommand, RoomAnswer } from './commands/command.js';
import { handleCommand } from './commands/handle-command.js';
import type { RoomSettings } from './config/room-settings.js';
import { ConnectionThrottle } from './engine/connection-throttle.js';
import type { Clock, Peer, Storage } from './engine/platform.js';
import { readHello, TurnedAway } from './lifecycle/hello.js';
import { RoomLifecycle } from './lifecycle/room-lifecycle.js';
import { CLOSE } from './shared/protocol.js';
import { sentenceFor } from './shared/refusals.js';
import type { Hello } from './shared/wire/client-message.js';
import { OwnStorage, TenantStorage } from './storage/tenant-storage.js';

/** Pause before a room that could not be woken is woken again. */
const RETRY_MS = 5_000;

export class TenantRooms {
  readonly #own: RoomLifecycle;
  readonly #arrivals: ConnectionThrottle;
  readonly #teams = new Map<Issuer, RoomLifecycle>();
  readonly #at = new Map<Peer, RoomLifecycle>();
  /** The alarm time of each room. */
  readonly #alarms = new Map<Issuer | null, number>();
  #known: Promise<unknown> | null = null;

  constructor(
    private readonly name: () => string,
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly settings: RoomSettings,
  ) {
    this.#arrivals = new ConnectionThrottle(settings.limits, clock);
    this.#own = new RoomLifecycle(name, new OwnStorage(storage), this.#clockOf(null), settings);
  }

  connect(peer: Peer): void {
    const refusal = this.#arrivals.refuse(peer);
    if (refusal === null) this.#own.connect(peer);
    else peer.close(CLOSE.flood, refusal);
  }

  /** Connections that outlived the rooms in memory, each with its state. Must be called first. */
  resume(peers: Iterable<Peer>): void {
    for (const peer of peers) {
      this.#arrivals.add(peer);
      const iss = peer.state?.iss ?? '';
      const issuer = this.settings.issuers.find((known) => known.iss === iss);
      if (iss !== '' && !issuer) peer.close(CLOSE.forbidden, sentenceFor('team-unknown'));
      else this.#at.set(peer, this.#lifecycle(issuer ?? null));
    }
    for (const lifecycle of new Set(this.#at.values()))
      lifecycle.resume([...this.#at].filter(([, at]) => at === lifecycle).map(([peer]) => peer));
  }

  receive(peer: Peer, frame: Uint8Array): void {
    // Frames that were sent before the sender learned of the refusal.
    if (!this.#arrivals.has(peer)) return;
    const lifecycle = this.#at.get(peer);
    if (lifecycle) lifecycle.receive(peer, frame);
    else this.#receiveHello(peer, readHello(frame, this.settings.limits.helloBytes));
  }

  /** The tenant is taken from the token, which is not verified yet. */
  #receiveHello(peer: Peer, hello: Hello | TurnedAway): void {
    const issuer = hello instanceof TurnedAway ? null : issuerOf(this.settings.issuers, hello.token);
    const lifecycle = this.#lifecycle(issuer);
    if (lifecycle !== this.#own) {
      this.#own.leave(peer, false);
      lifecycle.connect(peer);
    }
    this.#at.set(peer, lifecycle);
    lifecycle.receiveHello(peer, hello);
  }

  /** `goodbye` is true when the page was closed on purpose. */
  leave(peer: Peer, goodbye: boolean): void {
    this.#arrivals.leave(peer);
    (this.#at.get(peer) ?? this.#own).leave(peer, goodbye);
    this.#at.delete(peer);
  }

  async command({ proven, ...command }: DeliveredCommand): Promise<RoomAnswer> {
    const token = 'token' in command ? command.token : '';
    const answer = await handleCommand(this.#lifecycle(issuerOf(this.settings.issuers, token)), command, proven);
    if (answer.ok || command.type !== 'exists') return answer;
    const others = await Promise.all(this.settings.issuers.map((issuer) => this.#lifecycle(issuer).exist()));
    return others.some(({ kind }) => kind === 'kept') ? { ok: true, value: null } : answer;
  }

  /** Called at a time set by `Clock.wakeAt`. A failure in one room is retried and does not affect the others. */
  async wake(): Promise<void> {
    this.#alarms.clear();
    await Promise.all(
      [null, ...this.settings.issuers].map((issuer) => this.#orLater(issuer, () => this.#lifecycle(issuer).wake())),
    );
  }

  /** Does the work; if it fails, wakes the room to retry. */
  async #orLater(issuer: Issuer | null, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.settings.reportError(error);
      this.#clockOf(issuer).wakeAt(this.clock.now() + RETRY_MS);
    }
  }

  #lifecycle(issuer: Issuer | null): RoomLifecycle {
    if (!issuer) return this.#own;
    const known = this.#teams.get(issuer);
    if (known) return known;
    const { name, storage, settings } = this;
    const lifecycle = new RoomLifecycle(
      name,
      new TenantStorage(storage, issuer.iss),
      this.#clockOf(issuer),
      settings,
      issuer,
    );
    this.#teams.set(issuer, lifecycle);
    return lifecycle;
  }

  /** All rooms of the name share one alarm. */
  #clockOf(issuer: Issuer | null): Clock {
    const { clock } = this;
    return {
      now: () => clock.now(),
      after: (ms, callback) => clock.after(ms, callback),
      pause: () => clock.pause(),
      wakeAt: (time) => {
        this.#alarms.set(issuer, time);
        clock.wakeAt(Math.min(...this.#alarms.values()));
        // Rooms that are not loaded have alarms too, which must not be overwritten.
        this.#known ??= Promise.all(
          this.settings.issuers.map((other) => this.#orLater(other, () => this.#lifecycle(other).exist())),
        );
      },
    };
  }
}
