export const x = 1;
export function f() {
  const y = [1, 2;
}
