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
