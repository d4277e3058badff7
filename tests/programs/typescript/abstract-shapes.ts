abstract class Shape {
  constructor(public readonly name: string) {}
  abstract area(): number;
  describe(): string { return `${this.name} with area ${this.area().toFixed(1)}`; }
  static compare(a: Shape, b: Shape): number { return a.area() - b.area(); }
}
class Circle extends Shape {
  constructor(private radius: number) { super('circle'); }
  area() { return Math.PI * this.radius ** 2; }
}
class Rect extends Shape {
  constructor(protected w: number, protected h: number, name = 'rect') { super(name); }
  area(): number { return this.w * this.h; }
}
class Square extends Rect {
  constructor(side: number) { super(side, side, 'square'); }
  override describe() { return super.describe().toUpperCase(); }
}
const shapes: Shape[] = [new Rect(4, 5), new Circle(1), new Square(2)];
for (const s of shapes.sort(Shape.compare)) console.log(s.describe());
console.log(shapes);
