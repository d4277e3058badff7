// A game redraws its screen, a bar its line.
const field = ['....', '.@..', '....'];
const clear = () => process.stdout.write('\x1b[2J\x1b[H');
for (let turn = 1; turn <= 2; turn++) {
  clear();
  console.log(`turn ${turn}`);
  console.log(field.join('\n'));
}
for (let done = 0; done <= 100; done += 50) process.stdout.write(`\r[${'#'.repeat(done / 25).padEnd(4)}] ${done} %`);
process.stdout.write('\n\x1b[31mred\x1b[0m \x1b[1mbold\x1b[22m ab\bc\n');
debugger;
console.log('after the breakpoint');
const readline = require('readline');
process.stdout.write('counting');
for (const text of ['one', 'two']) {
  readline.clearLine(process.stdout, 0);
  readline.cursorTo(process.stdout, 0);
  process.stdout.write(text);
}
readline.clearLine(process.stdout, -1);
readline.clearLine(process.stdout, 1);
readline.cursorTo(process.stdout, 2, 3);
readline.moveCursor(process.stdout, -2, 1);
readline.moveCursor(process.stdout, 4, -1, () => console.log('moved'));
readline.clearScreenDown(process.stdout);
console.log(readline.cursorTo(process.stdout, 0, () => console.log('begun')));
new (require('readline/promises').Readline)(process.stdout).cursorTo(0, 0).clearScreenDown().clearLine(0).commit().then(() => console.log('committed'));
