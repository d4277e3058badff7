namespace Shapes {
  export interface Shape { area(): number }
  export const unit = 2;
  const hidden = 3;
  export class Square implements Shape {
    constructor(private side: number) {}
    area() { return this.side ** 2 * unit + hidden; }
  }
  export namespace Inner {
    export function name() { return 'inner ' + unit; }
  }
}
namespace Shapes { export const more = unit + 1; }
function util() { return util.version; }
namespace util { export const version = '1.0'; }
import Sq = Shapes.Square;
console.log(new Sq(3).area(), Shapes.Inner.name(), Shapes.more, util(), Object.keys(Shapes));
