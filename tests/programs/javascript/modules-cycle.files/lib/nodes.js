import Parser, { version } from './parser.js';
export class Leaf { constructor(v) { this.v = v; } toString() { return this.v; } }
export class List { constructor(items) { this.items = items; } toString() { return `[${this.items.join(' ')}] by ${version} ${Parser.name}`; } }
export default function helper() {}
export { Leaf as Node };
