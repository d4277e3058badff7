const value = await new Promise((r) => setTimeout(() => r(7), 2));
console.log(value, typeof module);
const { default: path } = await import('node:path');
console.log(path.join('a', 'b'));
await Promise.reject(new Error('awaited at the top'));
