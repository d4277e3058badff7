// experimentalDecorators
import { logged as log, required } from './decorators.js';

class Sum {
  @required total = 0;

  @log
  add(n: number) {
    this.total += n;
    return this.total;
  }
}

console.log(new Sum().add(3));
