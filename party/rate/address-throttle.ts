/** Address throttle: limits how often per minute each IP address may do something, and says how long to wait. */
import { MINUTE_MS } from '../shared/time.js';

/** Addresses remembered; about a megabyte. Beyond it, the least recently used are dropped. */
const ADDRESSES = 10_000;

/** Longer than any address; engines keep it with each connection, where there is little space. */
const ADDRESS_LENGTH = 64;

/** An IPv4 address. Some proxies and engines add the port, which differs for each connection, or write it as an IPv6 address. */
const IPV4 = /^(?:\[?::ffff:)?(\d+\.\d+\.\d+\.\d+)(?:\]?:\d+|\])?$/i;

/** The client's address from a proxy's header. A client may have sent the header itself, so only the last value counts. Null when there is none. */
export function callerAddress(header: string | null | undefined): string | null {
  const address = header?.split(',').at(-1)?.trim().slice(0, ADDRESS_LENGTH) || null;
  const [, plain] = (address && IPV4.exec(address)) ?? [];
  if (plain !== undefined) return plain;
  return address && (address.match(/:/g)?.length ?? 0) > 1 ? network(address) : address;
}

/** For IPv6 the /64 network: one customer has all of its addresses. */
function network(address: string): string {
  const url = `http://[${address.replace(/^\[|\](:\d+)?$|%.*$/g, '')}]`;
  if (!URL.canParse(url)) return address;
  const [front = '', back] = new URL(url).hostname.slice(1, -1).split('::');
  const parts = front.split(':').filter((part) => part !== '');
  const rest = (back ?? '').split(':').filter((part) => part !== '');
  const zeros = back === undefined ? 0 : 8 - parts.length - rest.length;
  return [...parts, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':');
}

/** Header in which the adapters pass the client's address to a room; a value sent by the client is removed. */
export const ADDRESS_HEADER = 'x-code-room-address';

/** Counters live in memory: after a restart they begin at 0, which costs a minute's worth of rooms but no storage. */
export class AddressThrottle {
  #times = new Map<string, number[]>();

  constructor(
    readonly perMinute: number,
    readonly now: () => number,
  ) {}

  /** 0, or the seconds until the next use is allowed. Counts nothing. */
  left(address: string): number {
    const now = this.now();
    const times = this.#recent(address, now);
    const oldest = times[0];
    return oldest !== undefined && times.length >= this.perMinute ? Math.ceil((oldest + MINUTE_MS - now) / 1000) : 0;
  }

  /** Counts one use. Returns 0, or the seconds until the next one is allowed; refused uses are not counted. */
  take(address: string): number {
    const wait = this.left(address);
    if (wait > 0) return wait;
    const now = this.now();
    const times = this.#recent(address, now);
    // Inserted again at the end, so that the map stays ordered by last use.
    this.#times.delete(address);
    this.#times.set(address, [...times, now]);
    for (const silent of this.#times.keys()) {
      if (this.#times.size <= ADDRESSES) break;
      this.#times.delete(silent);
    }
    return 0;
  }

  /** Times to come do not count: they are of a clock that was ahead and has been set back. */
  #recent(address: string, now: number): number[] {
    return (this.#times.get(address) ?? []).filter((time) => time > now - MINUTE_MS && time <= now);
  }
}
