class Node { constructor(value, next = null) { this.value = value; this.next = next; } }
class List {
  static from(items) { const list = new List(); for (const item of items) list.push(item); return list; }
  head = null;
  size = 0;
  push(value) {
    const node = new Node(value);
    if (!this.head) this.head = node;
    else { let last = this.head; while (last.next) last = last.next; last.next = node; }
    this.size++;
    return this;
  }
  reverse() { let before = null; for (let n = this.head; n; ) [n.next, before, n] = [before, n, n.next]; this.head = before; return this; }
  middle() { let slow = this.head; for (let fast = slow; fast?.next; fast = fast.next.next) slow = slow.next; return slow?.value; }
  hasCycle() { let [slow, fast] = [this.head, this.head]; while (fast?.next) { slow = slow.next; fast = fast.next.next; if (slow === fast) return true; } return false; }
  *[Symbol.iterator]() { for (let n = this.head; n; n = n.next) yield n.value; }
  toString() { return [...this].join(' -> '); }
}
const list = List.from([1, 2, 3, 4, 5]);
console.log(String(list), list.middle(), String(list.reverse()), list.hasCycle(), list.size);
console.log(list);
const merge = (a, b) => (!a || !b ? a || b : a.value < b.value ? new Node(a.value, merge(a.next, b)) : new Node(b.value, merge(a, b.next)));
const merged = new List();
merged.head = merge(List.from([1, 4, 9]).head, List.from([2, 3]).head);
console.log(`${merged}`, new Node(1, new Node(2, new Node(3, new Node(4)))));
list.head.next.next = list.head;
console.log(list.hasCycle(), list.head);
