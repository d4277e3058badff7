let n = 0;
const id = setInterval(() => {
  console.log('tick', ++n);
  if (n === 3) clearInterval(id);
}, 2);
const never = setTimeout(() => console.log('never'), 1);
clearTimeout(never);
const im = setImmediate(() => console.log('no'));
clearImmediate(im);
console.log(typeof id, id.constructor.name, typeof id.unref, id.hasRef());
