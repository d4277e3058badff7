namespace Shapes {
  export namespace Round {
    export const circle = (r: number) => `circle of ${r}`;
  }
  export interface Size {
    width: number;
  }
}
import Round = Shapes.Round;
export import Also = Shapes.Round;
import Size = Shapes.Size;
const size: Size = { width: 2 };
console.log(Round.circle(size.width), Also.circle(3), Round === Also);
