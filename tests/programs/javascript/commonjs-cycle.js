const a = require('./a');
const { sum, mean } = require('./util');
const data = require('./data.json');
const fs = require('fs'), path = require('path');
console.log(a.done, a.fromB, sum(data.values), mean(data.values), require('./a') === a, require('./a.js') === a);
console.log(module.children === undefined ? 0 : 'children', require.main === module, path.basename(require.resolve('./a')), Object.keys(require.cache).map((k) => path.basename(k)).sort());
console.log(fs.readFileSync('notes/hello.txt', 'utf8').trim(), fs.readdirSync('notes'), fs.existsSync('./data.json'));
try { require('./nope'); } catch (e) { console.log(e.code, e.message.split('\n')[0]); }
console.log(require('./counter').next(), require('./counter').next(), typeof require('./fn'), new (require('./klass'))('x').name, __filename.endsWith('main.js'));
require('./fn')(null);
