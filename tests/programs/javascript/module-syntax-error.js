import { x } from './broken.js';
console.log('never', x);
