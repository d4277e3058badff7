export type Answer = 'unknown' | 'wrong' | 'short' | 'done' | 'conflict';
export type Transfer = [id: string, source: string, target: string, cents: number];

/** What was asked and what was answered. */
interface Answered {
  source: string;
  target: string;
  cents: number;
  answer: Answer;
}

export class Bank {
  balances = new Map<string, number>();
  #statements = new Map<string, [id: string, change: number][]>();
  #answered = new Map<string, Answered>();

  open(account: string, cents: number): void {
    this.balances.set(account, cents);
    if (!this.#statements.has(account)) this.#statements.set(account, []);
  }

  balance(account: string): number | undefined {
    return this.balances.get(account);
  }

  transfer(id: string, source: string, target: string, cents: number): Answer {
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

  statement(account: string): [id: string, change: number][] {
    return [...(this.#statements.get(account) ?? [])];
  }

  batch(transfers: Transfer[]): 'done' | [number, Answer] {
    const fresh: string[] = [];
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

  #refusal(source: string, target: string, cents: number): Answer | null {
    const there = this.balances.get(source);
    if (there === undefined || !this.balances.has(target)) return 'unknown';
    if (cents <= 0 || source === target) return 'wrong';
    return there < cents ? 'short' : null;
  }

  #move(id: string, account: string, change: number): void {
    this.balances.set(account, (this.balances.get(account) ?? 0) + change);
    this.#statements.get(account)?.push([id, change]);
  }

  /** Only the latest request can be taken back: its moves stand last in their statements. */
  #takeBack(id: string): void {
    const { source, target, answer } = this.#answered.get(id)!;
    this.#answered.delete(id);
    if (answer !== 'done') return;
    for (const account of [source, target]) {
      const [, change] = this.#statements.get(account)!.pop()!;
      this.balances.set(account, this.balances.get(account)! - change);
    }
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
