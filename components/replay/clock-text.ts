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
  return seconds === undefined ? null : Number(seconds) * 1000;
}
