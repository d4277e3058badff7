class Matrix {
  private cells = new Array<number>(this.rows * this.cols).fill(0);
  readonly size = this.rows * this.cols;
  constructor(private rows: number, public readonly cols: number, protected name = 'm') {}
  set(r: number, c: number, v: number): this {
    this.cells[r * this.cols + c] = v;
    return this;
  }
  toString() {
    return this.cells.join(' ');
  }
}
console.log(String(new Matrix(2, 2).set(1, 0, 5)), new Matrix(1, 3).size, Object.keys(new Matrix(1, 1)));
