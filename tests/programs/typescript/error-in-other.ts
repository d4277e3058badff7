import { Queue } from './queue.js';

const q = new Queue<number>(2);
q.push(1).push(2);
console.log(q.pop());
q.push(3).push(4);
