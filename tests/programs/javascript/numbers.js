console.log(0.1 + 0.2, (0.1 + 0.2).toFixed(2), 5 / 0, -5 % 3, 7 / 2 | 0, 2 ** 53 + 1, 2n ** 64n, parseInt('42px'), Number(''), Number('x'), +true, [] + {}, [] == false);
console.log((255).toString(16), parseInt('ff', 16), (1e21).toString(), 1e-7, 123.456.toPrecision(4), Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, (25).toString(2).padStart(8, '0'));
console.log(Math.max(), Math.min(1, '2'), Math.round(-0.5), Math.trunc(-4.7), Math.sign(-3), Math.hypot(3, 4), Math.cbrt(27), ~~5.9, 1 << 31, -1 >>> 0);
console.log([10, 9, 1].sort(), [10, 9, 1].sort((a, b) => a - b), ['b', 'a', 'C'].sort(), [3, 1, 2].toSorted(), [1, [2, [3, [4]]]].flat(Infinity), [1, 2, 3].at(-1), [1, 2, 3, 4].findLast((x) => x % 2));
console.log(typeof null, typeof NaN, NaN === NaN, Object.is(-0, 0), null ?? 'd', 0 || 'e', 0 ?? 'f', [1, 2, 3].includes(NaN), [NaN].includes(NaN), '5' * '2', '5' + 2, 1 < 2 < 3, 3 > 2 > 1);
1n + 1;
