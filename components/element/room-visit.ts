// One visit of the element to one room: creates session, runs and person key, and ends them together.

import { RunController } from '../run/run-controller.js';
import type { RunControllerOptions } from '../run/run-options.js';
import { Session } from '../session/session.js';
import { notLoaded } from '../wording/errors.js';
import { guardLeaving } from './leave-guard.js';
import { claimPersonKey, type PersonKey } from './person-key.js';
import { refuse } from './refusal-event.js';
import { defaultHost, sandboxOf, toOrigin } from './server-url.js';
import type { Starter } from './starter-code.js';

interface RoomVisitOptions {
  /** From the attributes. */
  host: string | undefined;
  room: string | undefined;
  token: string | undefined;
  runner: string | undefined;
  getToken: (() => Promise<string>) | undefined;
  name: string | undefined;
  starter: Starter | null;
  /** Read at the start of each run. */
  given: RunControllerOptions['given'];
}

export class RoomVisit {
  readonly session: Session;
  readonly runs: RunController;
  /** It is a local room. */
  readonly isLocal: boolean;
  /** False while there are starter files to be added. */
  complete = true;
  readonly #personKey: PersonKey | undefined;
  readonly #end = new AbortController();
  /** Origin of the room server; null where what was given is none. */
  readonly host: string | null;
  /** An invalid value of `host`. A local room needs none. */
  readonly #misspelt: string | null;

  constructor(
    private readonly element: Node,
    mount: ShadowRoot,
    { host, room, token, runner, getToken, name, starter, given }: RoomVisitOptions,
  ) {
    this.isLocal = !room;
    this.host = toOrigin(host || defaultHost());
    this.#misspelt = this.host || (this.isLocal && !host) ? null : host || 'null';
    const open = room && this.host && !token && !getToken;
    if (open) this.#personKey = claimPersonKey(this.host ?? '', room, element);
    this.session = new Session({
      // An invalid origin is passed on, for the session to report it.
      host: this.host ?? (host || 'null'),
      ...(room ? { room } : {}),
      ...(token ? { token } : {}),
      ...(getToken ? { getToken } : {}),
      ...(name ? { name } : {}),
      ...(this.#personKey ? { personKey: this.#personKey.value } : {}),
      ...(starter ? { seed: starter } : {}),
    });
    this.runs = new RunController({
      session: this.session,
      sandbox: sandboxOf(runner, this.host, Boolean(room || host)),
      mount,
      element,
      given,
      refused: (why) => this.#refuse('run', why),
    });
  }

  /** Aborted when the visit ends. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  begin(): void {
    guardLeaving(this.session, this.signal);
    this.session.connect();
    if (this.#misspelt) void this.#refuseHost(this.#misspelt);
  }

  end(): void {
    this.session.close();
    this.runs.dispose();
    this.#personKey?.release();
    this.#end.abort();
  }

  async #refuseHost(host: string): Promise<void> {
    const why = await import('../session/address-fault.js').catch(notLoaded).then(
      ({ addressFault }) => addressFault(host),
      (error: unknown) => error,
    );
    if (why && !this.signal.aborted) this.#refuse('host', why);
  }

  #refuse(reason: string, why: unknown): void {
    refuse(this.element, reason, why);
  }
}
