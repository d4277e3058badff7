const log = `2024-01-15 10:22:01 [ERROR] db: timeout after 30s (id=42)
2024-01-15 10:22:05 [WARN] api: slow (id=7)
garbage
2024-01-16 00:00:00 [INFO] cron: done`;
const line = /^(?<date>\d{4}-\d{2}-\d{2}) (?<time>[\d:]+) \[(?<level>\w+)\] (?<source>\w+): (?<text>.*?)(?: \(id=(?<id>\d+)\))?$/gm;
for (const m of log.matchAll(line)) console.log({ ...m.groups }, m.index);
console.log('2024-01-15'.match(/(?<y>\d+)-(?<m>\d+)/));
console.log('price: $42, €7'.match(/(?<=\$)\d+/g), 'a1b22'.replace(/(?<!\d)(\d)/g, '<$1>'), 'John Smith'.replace(/(?<f>\w+) (?<l>\w+)/, '$<l>, $<f>'), 'aaa'.lastIndexOf('a'), 'x'.match(/y/), 'abc'.search(/c/));
console.log('1234567'.replace(/\B(?=(\d{3})+$)/g, ','), 'camelCaseString'.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), 'snake_case_here'.replace(/_(\w)/g, (_, c) => c.toUpperCase()), 'a-b_c d'.split(/[-_ ]/), 'a1b2'.split(/(\d)/), ''.split(''), ''.split(','), 'x,y,'.split(','), 'abc'.split('', 2));
const sticky = /\d/y; console.log(sticky.exec('1a2'), sticky.lastIndex, sticky.test('1a2'), sticky.lastIndex);
console.log(/\p{Script=Greek}/u.test('α'), /\p{Emoji_Presentation}/u.test('😀'), /^.$/u.test('😀'), /^.$/.test('😀'), /a.b/s.test('a\nb'), /(?:)/.source, /\//.source, new RegExp('/').source, /x/dgimsuy.flags, [...'aXbX'.matchAll(/X/g)].map((m) => m.index));
console.log(/(\d+)/d.exec('ab12')?.indices, /(a)|(b)/.exec('b'), 'aBc'.replace(/b/i, '[$&|$`|$\']'), 'abcabc'.replaceAll('b', '*'), /^(?!.*bad)/.test('good'), /(\w)\1/.exec('hello')[0]);
const g = /o/g; const found = []; let m; while ((m = g.exec('foo boo')) !== null) found.push(m.index); console.log(found);
console.log('The quick brown fox'.match(/\b\w/g).join(''), 'tel: 555-1234'.match(/(\d{3})-(\d{4})/).slice(1), /[\w.+-]+@[\w-]+\.\w+/.test('a.b+c@d-e.org'), 'ABC'.codePointAt(1), String.fromCodePoint(128512), '😀'.length, [...'😀'].length, 'é' === 'e\u0301', 'abc'.at(-1), 'abc'.padEnd(5, '.') + '|', ' x '.trim().length, 'abc'.localeCompare('abd'), 'a\\b', 'tab\there', encodeURIComponent('a b&c/é'), escape?.('ä'), 'abc' < 'abd', 'Z' < 'a', 'x'.concat(1, null));
