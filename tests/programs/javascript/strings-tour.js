const s = 'Hello, Wörld 👋';
console.log(s.length, [...s].length, s.charAt(1), s.charCodeAt(7), s.codePointAt(13), s.at(0), s.slice(-4), s.substring(5, 2), s.indexOf('o'), s.lastIndexOf('l'));
console.log('abc'.padStart(5, '*'), 'abc'.padEnd(6, '12'), ' x '.trim() + '|', ' x '.trimEnd() + '|', 'ab'.repeat(2), 'a-b-c'.split('-', 2), 'Hi'.concat(1, null), 'b'.localeCompare('a'), 'ß'.toUpperCase(), 'İ'.toLowerCase().length, 'é'.normalize('NFD').length);
console.log(String.raw`a\n${1}`, `multi
line`, 'tab\tq', '\x41\u{1F600}', encodeURIComponent('a b&c/é'), decodeURIComponent('%C3%A9'), encodeURI('http://x/a b?q=1'), escape('ü'), btoa('hi'), atob('aGk='));
const tag = (parts, ...values) => parts.raw.map((part, i) => part + (values[i] ?? '')).join('|');
console.log(tag`a${1}b${2}c`, 'abc' < 'abd', 'a' > 'B', '10' < '9', 10 < 9, '5' * '2', '5' + 2, '5' - 2, [] + [], true + 1, null + 1, undefined + 1, '3' == 3, null == 0, null >= 0);
console.log(...'ab', Array.from('👋a'), 'x'.codePointAt(), String.fromCharCode(72, 105), String.fromCodePoint(128075), 'title case here'.replace(/\b\w/g, (c) => c.toUpperCase()), [...'hello'].reverse().join(''), 'a,b;c'.split(/[,;]/));
const count = {};
for (const c of 'mississippi') count[c] = (count[c] || 0) + 1;
console.log(count, Object.entries(count).sort(([, m], [, n]) => n - m)[0], new Set('hello').size, 'racecar' === [...'racecar'].reverse().join(''));
console.log('abc'.startsWith('b', 1), 'abc'.endsWith('b', 2), 'abc'.includes(''), 'x'.isWellFormed?.(), 'aaa'.replace('a', '$&$&'), 'a.b'.replaceAll('.', '$$'), 'z'.anchor ? 'has' : 'no', 'A'.charCodeAt().toString(2).padStart(8, 0));
const html = (strings, ...values) => String.raw({ raw: strings }, ...values.map((v) => String(v).replace(/[<>&]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[c])));
console.log(html`<p>${'<b>'}</p>`, 'word word'.split(' ').map((w) => w[0].toUpperCase() + w.slice(1)).join(' '), 'truncate this'.slice(0, 8) + '…');
try { 'x'.repeat(-1); } catch (e) { console.log(e.name); }
try { decodeURIComponent('%'); } catch (e) { console.log(e.name); }
try { null.length; } catch (e) { console.log(e.name); }
