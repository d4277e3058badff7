export const registry = new Map();
export const register = (k, v) => registry.set(k, v);
