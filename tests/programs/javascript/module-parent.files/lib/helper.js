exports.total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
if (!module.parent) console.log('this is not the main program');
console.log(module.parent === require.main, module.parent.children.includes(module));
