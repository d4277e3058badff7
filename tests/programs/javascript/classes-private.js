class Account {
  static #count = 0;
  #balance = 0;
  static get count() { return Account.#count; }
  constructor(owner) { this.owner = owner; Account.#count++; }
  get balance() { return this.#balance; }
  deposit(amount) {
    if (!(amount > 0)) throw new RangeError(`Invalid amount: ${amount}`);
    this.#balance += amount;
    return this;
  }
  static { this.created = 'yes'; }
  toJSON() { return { owner: this.owner, balance: this.#balance }; }
  toString() { return `[Account ${this.owner}]`; }
}
const a = new Account('Ada').deposit(10).deposit(5.5);
console.log(a, `${a}`, JSON.stringify([a]), Account.count, a.balance, Account.created, Object.keys(a));
a.deposit(-1);
