export class Bank {
  balances = new Map();
  #statements = new Map();
  #answered = new Map();

  open(account, cents) {
    this.balances.set(account, cents);
    if (!this.#statements.has(account)) this.#statements.set(account, []);
  }

  balance(account) {
    return this.balances.get(account);
  }

  transfer(id, source, target, cents) {
    const before = this.#answered.get(id);
    if (before) {
      const same = before.source === source && before.target === target && before.cents === cents;
      return same ? before.answer : 'conflict';
    }
    const answer = this.#refusal(source, target, cents) ?? 'done';
    if (answer === 'done') {
      this.#move(id, source, -cents);
      this.#move(id, target, cents);
    }
    this.#answered.set(id, { source, target, cents, answer });
    return answer;
  }

  statement(account) {
    return [...(this.#statements.get(account) ?? [])];
  }

  batch(transfers) {
    const fresh = [];
    for (const [number, transfer] of transfers.entries()) {
      const known = this.#answered.has(transfer[0]);
      const answer = this.transfer(...transfer);
      if (!known) fresh.push(transfer[0]);
      if (answer === 'done') continue;
      for (const id of fresh.reverse()) this.#takeBack(id);
      return [number, answer];
    }
    return 'done';
  }

  #refusal(source, target, cents) {
    const there = this.balances.get(source);
    if (there === undefined || !this.balances.has(target)) return 'unknown';
    if (cents <= 0 || source === target) return 'wrong';
    return there < cents ? 'short' : null;
  }

  #move(id, account, change) {
    this.balances.set(account, (this.balances.get(account) ?? 0) + change);
    this.#statements.get(account)?.push([id, change]);
  }

  /** Only the latest request can be taken back: its moves stand last in their statements. */
  #takeBack(id) {
    const { source, target, answer } = this.#answered.get(id);
    this.#answered.delete(id);
    if (answer !== 'done') return;
    for (const account of [source, target]) {
      const [, change] = this.#statements.get(account).pop();
      this.balances.set(account, this.balances.get(account) - change);
    }
  }
}

/** What each step gave. */
export function play(steps) {
  const bank = new Bank();
  return steps.map((step) => {
    if (step[0] === 'open') return bank.open(step[1], step[2]);
    if (step[0] === 'balance') return bank.balance(step[1]);
    if (step[0] === 'transfer') return bank.transfer(step[1], step[2], step[3], step[4]);
    if (step[0] === 'statement') return bank.statement(step[1]);
    return bank.batch(step[1]);
  });
}
