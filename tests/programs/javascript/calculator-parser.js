'use strict';
class Tokenizer {
  static #pattern = /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<op>[-+*/^()]))/y;
  #text;
  constructor(text) { this.#text = text; }
  *[Symbol.iterator]() {
    const re = Tokenizer.#pattern;
    re.lastIndex = 0;
    while (re.lastIndex < this.#text.trimEnd().length) {
      const at = re.lastIndex;
      const match = re.exec(this.#text);
      if (!match) throw new SyntaxError(`Unexpected '${this.#text[at]}' at ${at}`);
      const { number, op } = match.groups;
      yield number ? { type: 'number', value: Number(number) } : { type: 'op', value: op };
    }
  }
}
class Parser {
  #tokens; #at = 0;
  constructor(tokens) { this.#tokens = [...tokens]; }
  static evaluate(text) { const p = new Parser(new Tokenizer(text)); const v = p.#sum(); if (p.#peek) throw new SyntaxError(`Left over: ${p.#peek.value}`); return v; }
  get #peek() { return this.#tokens[this.#at]; }
  #take(value) { if (this.#peek?.value === value) { this.#at++; return true; } return false; }
  #sum() { let v = this.#product(); for (;;) { if (this.#take('+')) v += this.#product(); else if (this.#take('-')) v -= this.#product(); else return v; } }
  #product() { let v = this.#power(); for (;;) { if (this.#take('*')) v *= this.#power(); else if (this.#take('/')) v /= this.#power(); else return v; } }
  #power() { const v = this.#atom(); return this.#take('^') ? v ** this.#power() : v; }
  #atom() {
    if (this.#take('-')) return -this.#atom();
    if (this.#take('(')) { const v = this.#sum(); if (!this.#take(')')) throw new SyntaxError('Missing )'); return v; }
    const token = this.#peek; this.#at++;
    if (token?.type !== 'number') throw new SyntaxError(`Unexpected ${token?.value ?? 'end'}`);
    return token.value;
  }
}
for (const line of require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  try { console.log(line, '=', Parser.evaluate(line)); } catch (e) { console.log(line, '->', e.name, e.message); }
}
console.log(new Parser([{ type: 'number', value: 1 }]));
console.log(Object.getOwnPropertyNames(Parser.prototype));
