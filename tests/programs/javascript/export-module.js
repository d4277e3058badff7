export const greeting = 'hello';
export default function greet(name) { return `${greeting}, ${name}`; }
console.log(greet('Ada'), import.meta.url.endsWith('main.js'), typeof require, this);
const o = {};
o.plugin.load();
