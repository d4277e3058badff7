export enum Op { Add = '+' }
export const add = (a: number, b: number): number => a + b;
