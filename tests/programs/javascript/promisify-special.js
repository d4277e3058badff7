// Functions whose callbacks do not begin with an error: Node has its own promise for each.
const util = require('node:util');
const fs = require('node:fs');
const readline = require('node:readline');

const lines = readline.createInterface({ input: process.stdin, output: process.stdout });
const ask = util.promisify(lines.question).bind(lines);

async function main() {
  console.log('hello', await ask('Name? '));
  console.log(await util.promisify(setTimeout)(50, 'waited'));
  console.log(await util.promisify(fs.exists)('/nowhere'), await util.promisify(fs.exists)('/tmp'));
  fs.writeFileSync('/tmp/some.txt', 'some text');
  const descriptor = fs.openSync('/tmp/some.txt', 'r+');
  const { bytesRead, buffer } = await util.promisify(fs.read)(descriptor, Buffer.alloc(4), 0, 4, 0);
  console.log(bytesRead, buffer.toString());
  const { bytesWritten } = await util.promisify(fs.write)(descriptor, Buffer.from('more'), 0, 4, 0);
  console.log(bytesWritten, fs.readFileSync('/tmp/some.txt', 'utf8'));
  fs.closeSync(descriptor);
  lines.close();
}
main();
