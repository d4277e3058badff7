export interface User {
  name: string;
}
export type Role = 'owner' | 'guest';
export function make(name: string): User {
  return { name };
}
