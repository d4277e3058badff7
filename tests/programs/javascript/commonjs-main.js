const helper = { double: (x) => x * 2 };
function main() {
  console.log(helper.double(21), typeof __filename, __dirname === process.cwd(), typeof exports, module.exports === exports);
}
module.exports = { main, helper };
if (require.main === module) main();
