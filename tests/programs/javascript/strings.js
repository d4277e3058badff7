const s = 'The quick brown fox';
console.log(s.split(' ').map((w) => w[0].toUpperCase() + w.slice(1).toLowerCase()).join(' '));
console.log([...'héllo👍🏽'].length, 'héllo'.normalize('NFD').length, 'ß'.toUpperCase(), 'İ'.toLowerCase().length);
console.log('abc'.padStart(5, '*'), 'x'.repeat(3), 'a-b-c'.replaceAll('-', '+'), s.at(-1), s.lastIndexOf('o'));
console.log(s.match(/(?<first>\w)(\w*)/), s.match(/o/g), [...s.matchAll(/o(.)/g)].map((m) => m.index));
console.log('%s is %d years and %i, %f, %j %o %O %%', 'Ada', 36.5, 36.5, '1.5', { a: 1 }, [1], { b: { c: {} } }, 'extra');
console.log(`a
b`, 'it\'s', ["it's", 'say "hi"', `both ' and "`], '\x1b'.length);
console.log('ab\0c', ['\n\t\u0001'], 'é'.codePointAt(0), String.raw`\n`);
console.log([..."aabbbc"].reduce((m, c) => m.set(c, (m.get(c) ?? 0) + 1), new Map()));
