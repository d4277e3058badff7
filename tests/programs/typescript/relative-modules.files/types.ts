export interface Options { width: number; label?: string }
export type Maybe<T> = T | undefined;
