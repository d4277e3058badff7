const crypto = require('crypto');
console.log(crypto.createHash('sha256').update('abc').digest('hex'));
console.log(crypto.randomUUID().length, crypto.randomBytes(4).length);
