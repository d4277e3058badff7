import format from '../util';
export const roles = ['admin', 'guest'] as const;
export type Role = (typeof roles)[number];
export class User {
  static count = 0;
  constructor(public readonly name: string, private role: Role) { User.count++; }
  describe(): string { return format(this, { width: 12 }) + '/' + this.role; }
}
