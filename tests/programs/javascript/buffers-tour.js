const b = Buffer.from('héllo wörld');
console.log(b, b.length, b.toString('hex'), b.toString('base64'), b.toString('latin1').length, b.toString('utf8', 0, 3));
console.log(Buffer.alloc(3, 'ab'), Buffer.from([256, -1, 1.9]), Buffer.concat([Buffer.from('a'), Buffer.from('b')], 5), Buffer.from('ff0g', 'hex'), Buffer.byteLength('€'), Buffer.from('aGk', 'base64').toString());
const w = Buffer.alloc(16);
w.writeUInt32BE(0xdeadbeef, 0);
w.writeInt16LE(-2, 4);
w.writeDoubleLE(1.5, 6);
console.log(w, w.readUInt32BE(0).toString(16), w.readInt16LE(4), w.readDoubleLE(6), w.readUIntBE(0, 3));
console.log(b.slice(0, 2), b.subarray(-3).toString(), b.indexOf('w'), b.includes('llo'), b.equals(Buffer.from('héllo wörld')), Buffer.compare(Buffer.from('a'), Buffer.from('b')), b.at(-1));
console.log(JSON.stringify(Buffer.from('hi')), [...Buffer.from('hi').entries()], Buffer.from('abc').fill('x', 1), Buffer.isBuffer(b), b instanceof Uint8Array, Buffer.from('abcd').swap16().toString(), Buffer.from(new Uint16Array([1, 256]).buffer));
const shared = Buffer.from('abc');
shared.subarray(0, 1)[0] = 122;
console.log(shared.toString(), shared.write('YZ', 1), String(shared), Buffer.from(Buffer.from('q')).toString(), Buffer.from('£', 'latin1'), Buffer.from('z').toJSON());
const failures = {
  read: () => b.readInt32LE(100),
  negative: () => b.readUInt8(-1),
  part: () => b.readUInt8(1.5),
  type: () => b.readUInt8('1'),
  write: () => w.writeUInt8(256, 0),
  write16: () => w.writeInt16BE(40000, 0),
  from: () => Buffer.from(5),
  fromNull: () => Buffer.from(null),
  alloc: () => Buffer.alloc('5'),
  size: () => Buffer.alloc(-1),
  encoding: () => Buffer.from('a').toString('nope'),
  concat: () => Buffer.concat('x'),
  swap: () => Buffer.from('abc').swap16(),
  short: () => Buffer.from('ab').readInt32BE(),
  byteLength: () => Buffer.byteLength(5),
  compare: () => Buffer.compare('a', 'b'),
  equals: () => b.equals('x'),
  width: () => b.readUIntLE(0, 9),
  big: () => b.writeBigInt64LE(1, 0),
};
for (const [name, attempt] of Object.entries(failures)) {
  try {
    console.log(name, attempt());
  } catch (error) {
    console.log(name, error.name, error.code, error.message);
  }
}
const pieces = Buffer.from('a€😀');
console.log(JSON.stringify([pieces.toString('utf8', 0, 3), pieces.toString('utf8', 2), pieces.subarray(0, 6).toString(), Buffer.from([0xff, 0x61, 0xf0, 0x9f]).toString(), String(Buffer.from([0xef, 0xbb, 0xbf, 0x61])).length]));
