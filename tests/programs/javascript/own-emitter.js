class Emitter {
  #handlers = {};
  on(name, fn) {
    (this.#handlers[name] ??= []).push(fn);
    return () => this.off(name, fn);
  }
  off(name, fn) {
    this.#handlers[name] = this.#handlers[name]?.filter((f) => f !== fn);
  }
  emit(name, ...args) {
    this.#handlers[name]?.forEach((fn) => fn(...args));
  }
}
const e = new Emitter();
const off = e.on('x', (...a) => console.log('x', a));
e.emit('x', 1, [2, { three: 3 }]);
off();
e.emit('x', 4);
console.log(e, Object.keys(e));
