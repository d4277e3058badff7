type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
class JsonParser {
  private at = 0;
  constructor(private readonly text: string) {}
  static parse(text: string): Json {
    const parser = new JsonParser(text);
    const value = parser.value();
    parser.space();
    if (parser.at < text.length) throw parser.error(`unexpected '${text[parser.at]}'`);
    return value;
  }
  private error(what: string) { return new SyntaxError(`${what} at ${this.at}`); }
  private space(): void { while (/\s/.test(this.text[this.at] ?? '')) this.at++; }
  private eat(token: string): boolean {
    this.space();
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }
  private value(): Json {
    if (this.eat('null')) return null;
    if (this.eat('true')) return true;
    if (this.eat('false')) return false;
    if (this.eat('[')) return this.list(']', () => this.value());
    if (this.eat('{')) {
      return Object.fromEntries(this.list('}', () => {
        const key = this.string();
        if (!this.eat(':')) throw this.error("expected ':'");
        return [key, this.value()] as const;
      }));
    }
    if (this.text[this.at] === '"') return this.string();
    const m = /^-?\d+(\.\d+)?([eE][+-]?\d+)?/.exec(this.text.slice(this.at));
    if (!m) throw this.error('expected a value');
    this.at += m[0].length;
    return Number(m[0]);
  }
  private list<T>(end: string, item: () => T): T[] {
    const out: T[] = [];
    if (this.eat(end)) return out;
    do out.push(item()); while (this.eat(','));
    if (!this.eat(end)) throw this.error(`expected '${end}'`);
    return out;
  }
  private string(): string {
    if (!this.eat('"')) throw this.error('expected a string');
    const end = this.text.indexOf('"', this.at);
    const text = this.text.slice(this.at, end);
    this.at = end + 1;
    return text;
  }
}
console.log(JsonParser.parse(' {"a": [1, -2.5e3, {"b": null}], "c": true, "d": ""} '));
for (const bad of ['[1,', '{"a" 1}', '1 2']) {
  try { JsonParser.parse(bad); } catch (e) { console.log(bad, '=>', String(e)); }
}
JsonParser.parse('nope');
