class Queue {
  #items = {}; #head = 0; #tail = 0;
  enqueue(...xs) { for (const x of xs) this.#items[this.#tail++] = x; return this; }
  dequeue() { if (this.size === 0) throw new Error('Queue is empty'); const x = this.#items[this.#head]; delete this.#items[this.#head++]; return x; }
  get size() { return this.#tail - this.#head; }
}
const q = new Queue().enqueue(1, 2);
console.log(q.dequeue(), q.dequeue(), q.size);
try { q.dequeue(); } catch ({ name, message }) { console.log(`${name}: ${message}`); }
const html = (s, ...v) => s.raw.reduce((a, x, i) => a + x + (v[i] ?? ''), '');
console.log(html`a${1}\n${'b'}c`);
console.log(q.dequeue());
