class LRUCache {
  #max;
  #map = new Map();
  constructor(max) {
    this.#max = max;
  }
  get(key) {
    if (!this.#map.has(key)) return undefined;
    const value = this.#map.get(key);
    this.#map.delete(key);
    this.#map.set(key, value);
    return value;
  }
  set(key, value) {
    this.#map.delete(key);
    this.#map.set(key, value);
    if (this.#map.size > this.#max) this.#map.delete(this.#map.keys().next().value);
    return this;
  }
  *[Symbol.iterator]() {
    yield* this.#map;
  }
  get [Symbol.toStringTag]() {
    return 'LRU';
  }
}
const cache = new LRUCache(2).set('a', 1).set('b', 2);
cache.get('a');
cache.set('c', 3);
console.log([...cache], cache, String(cache), cache.get('b'));
