const readline = require('node:readline');
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
const secret = 42;
let tries = 0;
function ask() {
  rl.question(`Guess #${tries + 1}: `, (answer) => {
    const guess = Number.parseInt(answer, 10);
    tries += 1;
    if (Number.isNaN(guess)) console.log(`"${answer}" is not a number`);
    else if (guess < secret) console.log('higher');
    else if (guess > secret) console.log('lower');
    else {
      console.log(`Right after ${tries} tries`);
      rl.close();
      return;
    }
    ask();
  });
}
rl.on('close', () => console.log('bye'));
ask();
