class Node_<K, V> {
  prev: Node_<K, V> | null = null;
  next: Node_<K, V> | null = null;
  constructor(public key: K, public value: V) {}
}
class LRU<K, V> {
  private map = new Map<K, Node_<K, V>>();
  private head: Node_<K, V> | null = null;
  private tail: Node_<K, V> | null = null;
  constructor(private readonly capacity: number) {
    if (capacity < 1) throw new RangeError(`capacity ${capacity}`);
  }
  get(key: K): V | undefined {
    const node = this.map.get(key);
    if (!node) return undefined;
    this.detach(node);
    this.toFront(node);
    return node.value;
  }
  put(key: K, value: V): void {
    const old = this.map.get(key);
    if (old) this.detach(old);
    const node = new Node_(key, value);
    this.map.set(key, node);
    this.toFront(node);
    if (this.map.size > this.capacity && this.tail) {
      this.map.delete(this.tail.key);
      this.detach(this.tail);
    }
  }
  *[Symbol.iterator](): Generator<[K, V]> {
    for (let n = this.head; n; n = n.next) yield [n.key, n.value];
  }
  private detach(n: Node_<K, V>) {
    if (n.prev) n.prev.next = n.next; else this.head = n.next;
    if (n.next) n.next.prev = n.prev; else this.tail = n.prev;
    n.prev = n.next = null;
  }
  private toFront(n: Node_<K, V>) {
    n.next = this.head;
    if (this.head) this.head.prev = n;
    this.head = n;
    this.tail ??= n;
  }
}
const cache = new LRU<string, number>(2);
cache.put('a', 1); cache.put('b', 2); cache.get('a'); cache.put('c', 3);
console.log([...cache], cache.get('b'));
new LRU(0);
