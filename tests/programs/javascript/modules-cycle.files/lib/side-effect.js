import { register } from './registry.js';
console.log('side effect');
register('side', 0);
