/** Lets each address do something so many times a minute, and says how long to wait when it has. */

const MINUTE = 60_000;
/** Addresses remembered at once: about a megabyte. Beyond it the longest silent ones are forgotten. */
const ADDRESSES = 10_000;

/** Longer than any; engines keep it with each connection, where there is little room. */
const ADDRESS_LENGTH = 64;

/** Who a proxy says is calling; what the caller may have written into the header itself stands before it. Null: nobody says. */
export function callerAddress(header: string | null | undefined): string | null {
  const address = header?.split(',').at(-1)?.trim().slice(0, ADDRESS_LENGTH) || null;
  return address?.includes('::') || address?.split(':').length === 8 ? network(address) : address;
}

/** Of an IPv6 address: whoever has one has all that begin with the same 64 bits. */
function network(address: string): string {
  const url = `http://[${address.replace(/^\[|\](:\d+)?$|%.*$/g, '')}]`;
  if (!URL.canParse(url)) return address;
  const [front = '', back] = new URL(url).hostname.slice(1, -1).split('::');
  const parts = front.split(':').filter((part) => part !== '');
  const rest = (back ?? '').split(':').filter((part) => part !== '');
  const zeros = back === undefined ? 0 : 8 - parts.length - rest.length;
  return [...parts, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':');
}

/** In which the adapters tell a room where a connection comes from; what the caller wrote into it is taken away. */
export const ADDRESS_HEADER = 'x-code-room-address';

/** Counts live in memory: an engine that restarts forgets them, which costs a minute's worth of rooms and no storage. */
export class AddressThrottle {
  #times = new Map<string, number[]>();

  constructor(
    readonly perMinute: number,
    readonly now: () => number,
  ) {}

  /** 0, or the seconds until the next use is allowed; counts nothing. */
  left(address: string): number {
    const now = this.now();
    const times = (this.#times.get(address) ?? []).filter((time) => time > now - MINUTE);
    const oldest = times[0];
    return oldest !== undefined && times.length >= this.perMinute ? Math.ceil((oldest + MINUTE - now) / 1000) : 0;
  }

  /** Counts one use. Answers 0, or the seconds until the next one is allowed; refused uses do not count. */
  take(address: string): number {
    const wait = this.left(address);
    if (wait > 0) return wait;
    const now = this.now();
    const times = (this.#times.get(address) ?? []).filter((time) => time > now - MINUTE);
    // Put back at the end, so that the first keys are the longest silent.
    this.#times.delete(address);
    this.#times.set(address, [...times, now]);
    for (const silent of this.#times.keys()) {
      if (this.#times.size <= ADDRESSES) break;
      this.#times.delete(silent);
    }
    return 0;
  }
}
