import { works, missing } from './exports.js';
console.log(works, missing);
