export type Answer = 'unknown' | 'wrong' | 'short' | 'done' | 'conflict';
export type Transfer = [id: string, source: string, target: string, cents: number];

export class Bank {
  balances = new Map<string, number>();

  open(account: string, cents: number): void {
    this.balances.set(account, cents);
  }

  balance(account: string): number | undefined {
    return this.balances.get(account);
  }

  transfer(id: string, source: string, target: string, cents: number): Answer {
    this.balances.set(source, this.balances.get(source)! - cents);
    this.balances.set(target, this.balances.get(target)! + cents);
    return 'done';
  }

  statement(account: string): [id: string, change: number][] {
    return [];
  }

  batch(transfers: Transfer[]): 'done' | [number, Answer] {
    for (const transfer of transfers) this.transfer(...transfer);
    return 'done';
  }
}

export type Step =
  | ['open', string, number]
  | ['balance', string]
  | ['transfer', string, string, string, number]
  | ['statement', string]
  | ['batch', Transfer[]];

/** What each step gave. */
export function play(steps: Step[]): unknown[] {
  const bank = new Bank();
  return steps.map((step) => {
    if (step[0] === 'open') return bank.open(step[1], step[2]);
    if (step[0] === 'balance') return bank.balance(step[1]);
    if (step[0] === 'transfer') return bank.transfer(step[1], step[2], step[3], step[4]);
    if (step[0] === 'statement') return bank.statement(step[1]);
    return bank.batch(step[1]);
  });
}
