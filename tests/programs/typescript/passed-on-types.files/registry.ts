import { User, Role } from './people';

export { User, Role };
export class Registry {
  static readonly kind = 'registry';
  readonly #all = new Set<User>();
  get size(): number {
    return this.#all.size;
  }
  add(user: User): this {
    this.#all.add(user);
    return this;
  }
}
