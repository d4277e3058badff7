for (const value of [() => 1, Symbol('s'), { f() {} }, new WeakMap(), Promise.resolve()]) {
  try {
    structuredClone(value);
  } catch ({ name, code, message }) {
    console.log(name, code, message);
  }
}
for (const bad of ['*', 'a']) {
  try {
    atob(bad);
  } catch ({ name, message }) {
    console.log(name, message);
  }
}
try {
  btoa('\u20ac');
} catch ({ name, message }) {
  console.log(name, message);
}
console.log(structuredClone.name, atob(btoa('ok')), process.env.HOME.length > 0, (process.env.N = 5) && typeof process.env.N);
structuredClone({ deep: [() => 2] });
