function twoSum(nums, target) {
  const seen = new Map();
  for (const [i, n] of nums.entries()) {
    if (seen.has(target - n)) return [seen.get(target - n), i];
    seen.set(n, i);
  }
  return null;
}
console.log(twoSum([2, 7, 11, 15], 9), twoSum([3, 2, 4], 6), twoSum([1], 2));
console.assert(twoSum([3, 3], 6)[0] === 1, 'expected %d', 0);
console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);
