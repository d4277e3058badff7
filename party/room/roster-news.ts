/** Broadcasts changes of the roster; rate-limited for people who come and go all the time. */

import type { Clock } from '../engine/platform.js';
import { TokenBucket } from '../rate/token-bucket.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import type { RoomConnection } from './room-connection.js';
import type { Roster } from './roster.js';

/** Changes of one person that are broadcast at once; after that one every two seconds. Reloads and lost connections are thus seen at once. */
const BURST = 6;
const PER_SECOND = 0.5;
/** People whose rates are remembered; the oldest are dropped. */
const REMEMBERED = 500;

type News = Extract<OutgoingRoomMessage, { type: 'person' }>;

interface PersonNews {
  bucket: TokenBucket;
  /** What was last broadcast about the person. */
  known: string;
  cancel: (() => void) | null;
}

export class RosterNews {
  readonly #told = new Map<string, PersonNews>();
  #waiting = 0;

  constructor(
    private readonly roster: Roster,
    private readonly clock: Clock,
    private readonly tell: (news: News, except?: RoomConnection) => void,
  ) {}

  /** `except` knows already. */
  changed(person: string, except?: RoomConnection): void {
    const told = this.#of(person);
    if (told.cancel) return;
    const wait = told.bucket.borrow(1, this.clock.now());
    if (wait === 0) return this.#say(person, told, except);
    this.#waiting++;
    told.cancel = this.clock.after(wait, () => {
      this.#cancel(told);
      // Nothing is sent about somebody who is back unchanged.
      if (told.known !== JSON.stringify(this.roster.record(person))) this.#say(person, told);
    });
  }

  /** Broadcasts what a person is now without delay, whatever their rate: interviewers have decided something, or a message about their replica comes next. */
  atOnce(person: string): void {
    const told = this.#of(person);
    this.#cancel(told);
    this.#say(person, told);
  }

  /** A replica's person must be known before any message about the replica. */
  before(replica: number): void {
    if (this.#waiting === 0) return;
    const person = this.roster.byReplica(replica)?.person ?? '';
    if (this.#told.get(person)?.cancel) this.atOnce(person);
  }

  #of(person: string): PersonNews {
    const known = this.#told.get(person);
    if (known) return known;
    const told = { bucket: new TokenBucket(PER_SECOND, BURST, this.clock.now()), known: '', cancel: null };
    this.#told.set(person, told);
    for (const [other, { cancel }] of this.#told) {
      if (this.#told.size <= REMEMBERED) break;
      if (!cancel && other !== person) this.#told.delete(other);
    }
    return told;
  }

  #cancel(told: PersonNews): void {
    if (!told.cancel) return;
    told.cancel();
    told.cancel = null;
    this.#waiting--;
  }

  #say(person: string, told: PersonNews, except?: RoomConnection): void {
    const record = this.roster.record(person);
    told.known = JSON.stringify(record);
    this.tell({ type: 'person', person: record }, except);
  }
}
