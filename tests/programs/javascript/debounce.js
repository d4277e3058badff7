function debounce(fn, wait) {
  let timer;
  return function (...args) {
    clearTimeout(timer);
    timer = setTimeout(() => fn.apply(this, args), wait);
  };
}
const log = debounce((x) => console.log('called with', x), 20);
log(1);
log(2);
setTimeout(() => log(3), 5);
setTimeout(() => log(4), 100);
