class LRUCache<K, V> { private map = new Map<K, V>(); constructor(private readonly capacity: number) { if (capacity < 1) throw new Error('bad'); }
  get(key: K): V | undefined { if (!this.map.has(key)) return undefined; const v = this.map.get(key)!; this.map.delete(key); this.map.set(key, v); return v; }
  put(key: K, value: V): void { this.map.delete(key); this.map.set(key, value); if (this.map.size > this.capacity) this.map.delete(this.map.keys().next().value as K); } }
const c = new LRUCache<string, number>(2); c.put('a', 1); c.put('b', 2); c.get('a'); c.put('c', 3); console.log(c.get('b'), c.get('a'), c);
