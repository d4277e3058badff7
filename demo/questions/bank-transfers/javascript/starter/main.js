export class Bank {
  balances = new Map();

  open(account, cents) {
    this.balances.set(account, cents);
  }

  balance(account) {
    return this.balances.get(account);
  }

  transfer(id, source, target, cents) {
    this.balances.set(source, this.balances.get(source) - cents);
    this.balances.set(target, this.balances.get(target) + cents);
    return 'done';
  }

  statement(account) {
    return [];
  }

  batch(transfers) {
    for (const transfer of transfers) this.transfer(...transfer);
    return 'done';
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
