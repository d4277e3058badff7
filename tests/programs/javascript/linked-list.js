class Node_ { constructor(v, next = null) { this.value = v; this.next = next; } }
const list = [1, 2, 3, 4, 5].reduceRight((next, v) => new Node_(v, next), null);
console.log(list);
console.log(JSON.stringify(list));
const reverse = (h, p = null) => (h ? reverse(h.next, Object.assign(h, { next: p })) : p);
const r = reverse(list);
console.log(r.value, r.next.value);
r.next.next.next.next.next = r;
console.log(r);
try { JSON.stringify(r); } catch (e) { console.log(e.name, e.message.split('\n')[0]); }
