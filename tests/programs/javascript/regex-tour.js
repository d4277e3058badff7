const text = 'Ann <ann@example.com>, 2024-02-29; Bob (bob@mail.org) 1999-12-31';
console.log(text.match(/[\w.]+@[\w.]+\w/g), text.match(/(\d{4})-(\d\d)/));
console.log([...text.matchAll(/(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)/g)].map((m) => ({ ...m.groups, at: m.index })));
console.log(text.replace(/(\d+)-(\d+)-(\d+)/g, '$3.$2.$1'), 'a-b'.replace(/(?<l>\w)-(?<r>\w)/, '$<r>+$<l>'));
console.log('camelCaseText'.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), 'snake_case'.replace(/_(\w)/g, (_, c) => c.toUpperCase()));
console.log('a1b22c'.split(/\d+/), 'a1b2'.split(/(\d)/), 'abc'.split(''), 'one two'.split(' ', 1));
const sticky = /\d/y;
sticky.lastIndex = 1;
console.log(sticky.test('a1'), sticky.lastIndex, sticky.exec('a1'), /a.c/s.test('a\nc'), /^b/m.test('a\nb'), /\u{1F600}/u.test('😀'));
console.log('price: $5, $12.50'.match(/(?<=\$)\d+(?!\.|\d)/g), /(a)|(b)/.exec('b'), 'x'.match(/y/), /[/\]]+/.source, `${new RegExp('a/b', 'gi')}`, new RegExp('\\d+').flags);
console.log('aaa'.lastIndexOf('a'), 'abcabc'.search(/c/), 'aXbX'.replaceAll('X', '-'), '1234567.89'.replace(/\B(?=(\d{3})+(?!\d))/g, ','), /(\w)\1/.exec('hello').index);
console.log(/(?<a>.)(?<b>.)?/d.exec('x').indices.groups, /[\p{L}--[a-z]]/v.test('A'));
try {
  new RegExp('(');
} catch (error) {
  console.log(error.name);
}
