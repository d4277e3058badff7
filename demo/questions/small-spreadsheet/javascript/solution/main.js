/** The higher fault of a formula comes first. */
const FAULTS = ['#SYNTAX', '#CIRCLE', '#VALUE', '#ZERO'];

export class Sheet {
  texts = new Map();
  /** Formulas that can be read. */
  #formulas = new Map();
  /** What was computed; null while a cell is being computed. */
  #values = new Map();
  /** For each cell, the cells whose formulas name it. */
  #usedBy = new Map();

  set(cell, text) {
    this.#forget(cell);
    for (const used of cellsOf(this.#formulas.get(cell))) this.#usedBy.get(used)?.delete(cell);
    this.#formulas.delete(cell);
    this.texts.set(cell, text);
    const formula = text.startsWith('=') ? new Parser(text.slice(1)).formula() : null;
    if (!formula) return;
    this.#formulas.set(cell, formula);
    for (const used of cellsOf(formula)) {
      if (!this.#usedBy.has(used)) this.#usedBy.set(used, new Set());
      this.#usedBy.get(used)?.add(cell);
    }
  }

  get(cell) {
    if (!this.#values.has(cell)) {
      this.#values.set(cell, null);
      this.#values.set(cell, this.#compute(cell));
    }
    // It is asked for while it is being computed: it needs itself.
    return this.#values.get(cell) ?? '#CIRCLE';
  }

  #compute(cell) {
    const text = this.texts.get(cell) ?? '';
    if (!text.startsWith('=')) return /^-?[0-9]+$/.test(text) ? Number(text) : text;
    const formula = this.#formulas.get(cell);
    if (!formula) return '#SYNTAX';
    // All its cells first, so that the higher fault is found.
    const faults = new Set([...cellsOf(formula)].map((used) => this.#faultOf(used)));
    const fault = FAULTS.find((one) => faults.has(one));
    if (fault) return fault;
    const value = this.#evaluate(formula);
    return Number.isFinite(value) ? value : '#ZERO';
  }

  /** What using this cell makes of a formula; null if it has a number. */
  #faultOf(cell) {
    const value = this.get(cell);
    if (value === '' || typeof value === 'number') return null;
    const isFault = ['#CIRCLE', '#ZERO'].includes(value) && this.texts.get(cell)?.startsWith('=');
    return isFault ? value : '#VALUE';
  }

  /** NaN once something was divided by 0. */
  #evaluate(node) {
    if (node.kind === 'number') return node.value;
    if (node.kind === 'cells')
      return node.cells.reduce((sum, cell) => sum + Number(this.get(cell)), 0);
    const left = this.#evaluate(node.left);
    const right = this.#evaluate(node.right);
    if (node.kind === '+') return left + right;
    if (node.kind === '-') return left - right;
    if (node.kind === '*') return left * right;
    return right === 0 ? Number.NaN : left / right;
  }

  /** Forgets the value of a cell and of all that use it. */
  #forget(cell) {
    const stack = [cell];
    for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
      this.#values.delete(one);
      for (const user of this.#usedBy.get(one) ?? []) if (this.#values.has(user)) stack.push(user);
    }
  }
}

/** Every cell that a formula names. */
function cellsOf(node) {
  if (!node || node.kind === 'number') return new Set();
  if (node.kind === 'cells') return new Set(node.cells);
  return new Set([...cellsOf(node.left), ...cellsOf(node.right)]);
}

class Unreadable extends Error {}

class Parser {
  #text;
  #tokens = [];

  constructor(text) {
    this.#text = text.trimEnd();
  }

  /** Null if it cannot be read. */
  formula() {
    try {
      this.#tokens = this.#split();
      const node = this.#sum();
      this.#expect('end');
      return node;
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  #split() {
    const pattern = /\s*(SUM\b|[A-Z][1-9][0-9]?(?![0-9.])|[0-9]+(?![0-9.A-Za-z])|[-+*/():])/y;
    const tokens = [];
    while (pattern.lastIndex < this.#text.length) {
      const token = pattern.exec(this.#text)?.[1];
      if (token === undefined) throw new Unreadable();
      tokens.push(token);
    }
    return [...tokens, 'end'];
  }

  #sum() {
    return this.#chain(['+', '-'], () => this.#product());
  }

  #product() {
    return this.#chain(['*', '/'], () => this.#factor());
  }

  #chain(operators, part) {
    let node = part();
    while (operators.includes(this.#tokens[0] ?? '')) {
      const kind = this.#tokens.shift();
      node = { kind, left: node, right: part() };
    }
    return node;
  }

  #factor() {
    const token = this.#tokens.shift() ?? '';
    if (token === '-')
      return { kind: '-', left: { kind: 'number', value: 0 }, right: this.#factor() };
    if (token === '(') {
      const node = this.#sum();
      this.#expect(')');
      return node;
    }
    if (token === 'SUM') {
      this.#expect('(');
      const first = this.#cell();
      this.#expect(':');
      const last = this.#cell();
      this.#expect(')');
      return { kind: 'cells', cells: rectangle(first, last) };
    }
    if (/^[0-9]/.test(token)) return { kind: 'number', value: Number(token) };
    this.#tokens.unshift(token);
    return { kind: 'cells', cells: [this.#cell()] };
  }

  #cell() {
    const token = this.#tokens.shift() ?? '';
    if (!/^[A-Z][0-9]+$/.test(token)) throw new Unreadable();
    return token;
  }

  #expect(token) {
    if (this.#tokens.shift() !== token) throw new Unreadable();
  }
}

function rectangle(first, last) {
  const letters = [first, last].map((cell) => cell.charCodeAt(0));
  const rows = [first, last].map((cell) => Number(cell.slice(1)));
  const cells = [];
  for (let letter = Math.min(...letters); letter <= Math.max(...letters); letter++)
    for (let row = Math.min(...rows); row <= Math.max(...rows); row++)
      cells.push(`${String.fromCharCode(letter)}${row}`);
  return cells;
}

/** What each get gave. */
export function play(steps) {
  const sheet = new Sheet();
  return steps.flatMap((step) => {
    if (step[0] === 'get') return [sheet.get(step[1])];
    sheet.set(step[1], step[2]);
    return [];
  });
}
