const helper = require('./helper');
exports.name = module.parent.filename.split('/').at(-1);
console.log(module.children.length, module.children[0].exports === helper, module.children[0].parent === require.main);
