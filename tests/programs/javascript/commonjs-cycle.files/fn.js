module.exports = function fn(x) {
  const y = x;
  if (y === null) throw new TypeError('it has no length');
  return y.length;
};
