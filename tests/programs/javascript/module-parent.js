const helper = require('./lib/helper');
const other = require('./lib/other');
if (!module.parent) console.log('main', helper.total([1, 2]), other.name);
console.log(module.parent, module.children.map((each) => each.filename.split('/').at(-1)), Object.keys(module).includes('parent'));
try {
  require('./lib/broken');
} catch (error) {
  console.log(error.message, module.children.length);
}
