type Shape = { kind: 'circle'; r: number } | { kind: 'rect'; w: number; h: number };
const area = (s: Shape): number => {
  switch (s.kind) {
    case 'circle': return Math.PI * s.r ** 2;
    case 'rect': return s.w * s.h;
    default: {
      const never: never = s;
      throw new Error(`unknown ${JSON.stringify(never)}`);
    }
  }
};
const isCircle = (s: Shape): s is Extract<Shape, { kind: 'circle' }> => s.kind === 'circle';
const shapes: readonly Shape[] = [{ kind: 'circle', r: 1 }, { kind: 'rect', w: 2, h: 3 }];
console.log(shapes.map((s) => area(s).toFixed(2)), shapes.filter(isCircle));
area({ kind: 'hexagon' } as never);
