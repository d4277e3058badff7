exports.sum = (xs) => xs.reduce((x, y) => x + y, 0);
exports.mean = (xs) => exports.sum(xs) / xs.length;
