function area(side: number): number;
function area(w: number, h: number): number;
function area(...args: [number, number?]): number { const [w, h = w] = args; return w * h; }
class Builder {
  private parts: string[] = [];
  add(part: string): this { this.parts.push(part); return this; }
  build({ sep = ', ', end }: { sep?: string; end?: string } = {}): string { return this.parts.join(sep) + (end ?? ''); }
}
class Html extends Builder { tag(name: string) { return this.add(`<${name}>`); } }
console.log(area(3), area(2, 5), new Html().add('a').tag('b').add('c').build({ end: '!' }), new Builder().build());
const merge = <A extends object, B extends object>(a: A, b: B): A & B => ({ ...a, ...b });
const { x, ...others } = merge({ x: 1, y: [1, 2] }, { z: 'z' });
console.log(x, others, Math.max(...others.y, ...new Set([7])));
function assertIsString(v: unknown): asserts v is string { if (typeof v !== 'string') throw new TypeError(`not a string: ${typeof v}`); }
const v: unknown = 5;
assertIsString(v);
