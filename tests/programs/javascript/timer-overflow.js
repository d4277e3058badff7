const began = Date.now();
setTimeout(() => console.log('long', Date.now() - began < 1000), 2 ** 31);
const timer = setInterval(() => { console.log('forever', Date.now() - began < 1000); clearInterval(timer); }, Infinity);
setTimeout(() => console.log('text'), '3000000000');
for (const delay of [-5, NaN, undefined, 0.5]) setTimeout(() => console.log(delay), delay);
clearTimeout(setTimeout(() => {}, 2 ** 31 - 1));
console.log('first');
