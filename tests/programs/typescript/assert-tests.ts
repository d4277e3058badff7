import assert from 'node:assert/strict';
function romanToInt(s: string): number {
  const map: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  return [...s].reduce((sum, ch, i) => sum + (map[ch]! < (map[s[i + 1] ?? ''] ?? 0) ? -map[ch]! : map[ch]!), 0);
}
const cases: [string, number][] = [['III', 3], ['LVIII', 58], ['MCMXCIV', 1994]];
for (const [input, want] of cases) assert.equal(romanToInt(input), want, input);
assert.deepEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] });
assert.throws(() => { throw new TypeError('x'); }, TypeError);
console.log('ok', cases.length);
