const b = Buffer.from('héllo');
console.log(b.length, b.toString('hex'), b.toString('base64'), Buffer.from('aGk=', 'base64').toString(), Buffer.concat([b, Buffer.alloc(2)]).length);
console.log(Buffer.byteLength('€'), b.slice(0, 2), Buffer.from([1, 2, 3]).readUInt16BE(1), Buffer.compare(Buffer.from('a'), Buffer.from('b')), b.equals(Buffer.from('héllo')));
const u = new URL('https://user:pw@example.com:8080/p/a?x=1&y=2&x=3#top');
console.log(u.host, u.pathname, u.searchParams.getAll('x'), u.hash, [...u.searchParams.keys()], u.href);
u.searchParams.set('z', 'a b');
console.log(u.search, new URLSearchParams({ q: 'é&' }).toString(), encodeURIComponent('a/b?'), decodeURIComponent('%C3%A9'));
console.log(btoa('hi'), atob('aGk='), new TextDecoder().decode(new Uint8Array([226, 130, 172])));
try {
  new URL('nope');
} catch (e) {
  console.log(e.code, e.name);
}
