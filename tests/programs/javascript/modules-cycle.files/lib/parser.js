import { Leaf, List } from './nodes.js';
export const version = '1.0';
export default class Parser { parse(text) { return parse(text); } }
export function parse(text) {
  const tokens = text.match(/[()]|\w+/g);
  const next = () => {
    const t = tokens.shift();
    if (t === undefined) throw new SyntaxError('unexpected end');
    if (t !== '(') return new Leaf(t);
    const items = [];
    while (tokens[0] !== ')') items.push(next());
    tokens.shift();
    return new List(items);
  };
  return String(next());
}
