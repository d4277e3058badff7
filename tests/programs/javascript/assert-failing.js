const assert = require('assert');
assert.ok(true);
assert.deepStrictEqual([1, 2], [1, 2]);
assert.strictEqual(1 + 1, 2, 'math works');
console.log('before');
assert.strictEqual(0.1 + 0.2, 0.3, 'floats');
