function tag(strings, ...values) { return { cooked: [...strings], raw: [...strings.raw], values }; }
console.log(tag`a${1}b\n${[2, 3]}c`, tag``, tag`\u00e9${null}`, tag`bad \unicode ${1}`);
const html = (s, ...v) => s.reduce((out, part, i) => out + String(v[i - 1] ?? '').replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`) + part);
console.log(html`<p title="${'"quoted"'}">${'<script>'} ${undefined} ${0}</p>`);
console.log(String.raw`C:\new\${1 + 1}\t`, String.raw({ raw: 'abc' }, 1, 2), `line 1
line 2 ${`nested ${`deep ${1}`}`}`);
const same = () => tag`x${0}`; const keep = (s) => s; const f = () => keep`k`;
console.log(f() === f(), keep`k` === keep`k`, Object.isFrozen(keep`z`), typeof tag`1`.values);
const sql = (s, ...v) => ({ text: s.reduce((a, b, i) => `${a}$${i}${b}`), values: v });
console.log(sql`SELECT * FROM t WHERE a = ${1} AND b IN (${[1, 2]})`);
const dedent = (s, ...v) => { const text = String.raw({ raw: s }, ...v).replace(/^\n|\n\s*$/g, ''); const n = Math.min(...text.match(/^[ ]+/gm).map((x) => x.length)); return text.replace(new RegExp(`^ {${n}}`, 'gm'), ''); };
console.log(dedent`
    first
      second ${'x'}
    third
`);
const chain = (s) => chain; chain.end = 'done'; console.log(chain`a``b``c`.end, (() => (s) => s[0])()`immediate`, new (class { m(s) { return this.n + s[0]; } n = 1; })().m`!`);
console.log(`${{}} ${[]} ${[1, [2]]} ${null} ${() => 1} ${Symbol('s').toString()} ${new Date(0).getTime()} ${new Error('e')} ${-0} ${1n}`);
try { `${Symbol('x')}`; } catch (e) { console.log(e.name); }
try { `${Object.create(null)}`; } catch (e) { console.log(e.name); }
console.log(`${{ toString: () => 'ts', valueOf: () => 'vo' }}`, '' + { toString: () => 'ts', valueOf: () => 'vo' }, `${{ [Symbol.toPrimitive]: (h) => h }}`, 1 + { [Symbol.toPrimitive]: (h) => h });
const { a = 1, b: { c: [, second = 'dflt'] = [] } = {}, ...others } = { b: { c: [1] }, d: 4, e: 5 };
console.log(a, second, others, (({ x, y = x * 2 }, [z] = [y]) => [x, y, z])({ x: 2 }), ((...args) => args.length)(...'abc', ...[1, 2]), ((x, y = x, ...z) => {}).length);
let p = 1, q = 2; [p, q] = [q, p]; console.log(p, q, [...[, 1], , 2], [, ,].length, { ...'hi', ...[9], ...null, ...{ get g() { return 'got'; } } });
console.log(null ?? 'n', 0 ?? 1, 0 || 1, '' && 1, undefined?.x, null?.[0], (void 0)?.(), ({ f() { return this.v; }, v: 3 }).f?.(), typeof undeclared, delete [].x);
let n = null; n ??= 5; n ||= 6; n &&= 7; n **= 2; n >>>= 1; console.log(n, 2 ** 3 ** 2, (-2) ** 2, 7 % -3, -7 % 3, 5 / 0, '5' * '2', '5' + 2, +'', +' 12 ', +'1_000', 1_000, 0b11, 0o17, .5 + .1, 010 === 8);
console.log([] + [], [] + {}, [1] == 1, '1' == 1, null == undefined, null >= 0, NaN != NaN, [] == false, [2] > 1, 'b' > 'a', typeof null, typeof NaN, typeof 1n, typeof Symbol(), void 0, !!'false', !!NaN, [10, 9, 1].sort(), [3, undefined, 1].sort(), ['a', , 'b'], [1, 2, 3].includes(NaN), [NaN].includes(NaN), [NaN].indexOf(NaN), Object.is(-0, 0), parseInt('12px'), parseInt('0x1f'), Number('12px'), parseFloat('.5.5'), parseInt('101', 2), ['1', '2', '3'].map(parseInt), Math.max(), Math.min([]), isNaN('x'), Number.isNaN('x'));
switch (3) { case 1: console.log(1); default: console.log('default falls'); case 2: console.log(2); break; case 4: console.log(4); }
console.log(((a, b = 3) => a + b)(1), (1, 2, 3), (() => { return
  'never'; })(), [1, 2, 3]
  .map((x) => x + 1).at(-1), eval === undefined ? 0 : 1);
var hoisted = typeof later; var later = 1; function later2() {} console.log(hoisted, typeof later2, (function () { return typeof inner; var inner = 1; })(), (() => { try { return t; let t; } catch (e) { return e.name; } })());
