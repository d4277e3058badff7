export const x = 1;
throw new RangeError('while loading');
