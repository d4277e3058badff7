/** What one address may do is limited per minute; which requests are of one address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AddressThrottle, callerAddress } from '../../party/rate/address-throttle.js';

test('addresses are dropped before they fill the memory, least recently used first', () => {
  const throttle = new AddressThrottle(1, () => 0);
  assert.deepEqual([throttle.take('first'), throttle.take('first'), throttle.take('second')], [0, 60, 0]);
  for (let n = 0; n < 9_999; n++) throttle.take(`address-${n}`);
  assert.deepEqual([throttle.left('first'), throttle.left('second'), throttle.left('address-9998')], [0, 60, 60]);
  assert.equal(callerAddress('x'.repeat(100_000))?.length, 64, 'each takes little');
});

test('an address may ask again at once when a clock that was ahead has been set back', () => {
  let now = 3_600_000;
  const throttle = new AddressThrottle(1, () => now);
  assert.deepEqual([throttle.take('me'), throttle.take('me')], [0, 60]);
  now = 0;
  assert.deepEqual([throttle.left('me'), throttle.take('me'), throttle.take('me')], [0, 0, 60]);
});

test('a client is an address; for IPv6 the /64 network', () => {
  const same = [
    '2001:db8:1:2::1',
    '2001:db8:1:2:ffff::',
    '2001:0db8:0001:0002:3:4:5:6',
    '[2001:db8:1:2::9]:443',
    '[2001:db8:1:2:3:4:5:6]:50123',
    'x, 2001:db8:1:2::8',
  ];
  for (const header of same) assert.equal(callerAddress(header), '2001:db8:1:2', header);
  const others = ['2001:db8:1:3::1', '192.0.2.1', '::1', 'fe80::1%eth0', '::ffff:192.0.2.1', 'nonsense', 'a::b::c'];
  const found = others.map((header) => callerAddress(header));
  assert.ok(
    found.every((address) => address && address !== '2001:db8:1:2'),
    String(found),
  );
});

test('an IPv4 address is itself, with its port or written as IPv6: neither one for all nor one for each connection', () => {
  for (const header of [
    '192.0.2.1',
    '192.0.2.1:50123',
    '::ffff:192.0.2.1',
    '[::FFFF:192.0.2.1]:50123',
    '[::ffff:192.0.2.1]',
  ])
    assert.equal(callerAddress(header), '192.0.2.1', header);
});
