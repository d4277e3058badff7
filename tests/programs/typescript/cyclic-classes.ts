import { Shape } from './shape';
import { Circle } from './circle';
import { registry } from './registry';
console.log(new Circle(2).area().toFixed(2), Shape.create('circle', 1).area().toFixed(2), registry.size, [...registry.keys()]);
console.log(new Circle(1).twin() instanceof Circle, Circle.UNIT);
