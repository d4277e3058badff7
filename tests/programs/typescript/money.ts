class Money {
  private constructor(private readonly cents: bigint) {}
  static parse(text: string): Money {
    const m = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
    if (!m) throw new SyntaxError(`not money: ${text}`);
    const [, sign, whole = '0', part = ''] = m;
    return new Money(BigInt(whole + part.padEnd(2, '0')) * (sign ? -1n : 1n));
  }
  plus(o: Money) { return new Money(this.cents + o.cents); }
  times(n: number) { return new Money((this.cents * BigInt(Math.round(n * 100)) + 50n) / 100n); }
  toString() { return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(Number(this.cents) / 100); }
}
console.log(String(Money.parse('19.99').plus(Money.parse('0.01'))), `${Money.parse('1234567.5').times(1.1)}`, Money.parse('5'));
Money.parse('1,000');
