// Places in a text as tools say them, made lines counted from 1.

export function lineAtByte(text: string, byte: number): number {
  const before = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte));
  return before.split('\n').length;
}
