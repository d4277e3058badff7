class Counter { static #count = 0; static readonly instances: Counter[] = []; static { console.log('static block'); } readonly id = ++Counter.#count; private constructor() { Counter.instances.push(this); } static create(): Counter { return new Counter(); } static get count(): number { return this.#count; } }
Counter.create(); Counter.create(); console.log(Counter.count, Counter.instances);
