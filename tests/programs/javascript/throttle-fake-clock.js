let now = 0;
function throttle(fn, wait) {
  let last = -Infinity;
  return (...args) => {
    if (now - last < wait) return undefined;
    last = now;
    return fn(...args);
  };
}
const t = throttle((x) => x * 2, 100);
const out = [];
for (now = 0; now <= 300; now += 50) out.push(t(now));
console.log(out);
