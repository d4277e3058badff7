// A time of a replay in words: `12:05`, from an hour on `1:12:05`.

export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The moment in an address that ends in `#t=754.2`, in milliseconds; null where there is none. */
export function startPositionIn(address: string): number | null {
  const seconds = /#(?:.*&)?t=(\d{1,9}(?:\.\d+)?)(?:&|$)/.exec(address)?.[1];
  // 1.001 * 1000 is less than 1001.
  return seconds === undefined ? null : Math.round(Number(seconds) * 1000);
}

/** The end of an address that leads there: not to before what happened at that time. */
export function momentHash(ms: number): string {
  return `#t=${Math.ceil(ms) / 1000}`;
}
