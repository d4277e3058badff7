import { Shape } from './shape';
import { registry } from './registry';
export class Circle extends Shape {
  static readonly UNIT = 1;
  constructor(private r: number) { super(); }
  area() { return Math.PI * this.r ** 2; }
  twin(): Shape { return Shape.create('circle', this.r); }
}
registry.set('circle', Circle);
