const fs = require('fs') as typeof import('fs');
const path = require('path');
function main(args: string[]): void {
  console.log(path.join('a', '..', 'b.txt'), fs.existsSync('nope'), args.length);
}
if (require.main === module) main(process.argv.slice(2));
module.exports = { main };
