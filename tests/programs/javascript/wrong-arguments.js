const path = require('node:path');
const crypto = require('node:crypto');
const attempts = [
  () => path.join('/a', undefined),
  () => path.resolve('/a', null),
  () => path.basename('a', 5),
  () => path.format('a'),
  () => crypto.createHash('sha256').update(5),
  () => crypto.createHmac('sha256', undefined),
  () => crypto.createHmac('sha256', 'key').update({ a: 1 }),
  () => crypto.randomBytes('5'),
  () => crypto.randomInt(1.5),
  () => process.stdout.write([1, 2]),
  () => process.stdout.write(null),
  () => process.stdout.write({}),
  () => setTimeout(Promise.resolve(), 5),
  () => setInterval('a text that is longer than Node shows', 5),
  () => setImmediate(Object.create(null)),
  () => process.nextTick(5n),
  () => require(5),
];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
process.stdout.write('c3a9\n', 'latin1');
process.stdout.write('c3a90a', 'hex');
