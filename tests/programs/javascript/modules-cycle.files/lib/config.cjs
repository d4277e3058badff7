module.exports = { name: 'cjs', nested: { deep: true }, file: require('path').basename(__filename) };
