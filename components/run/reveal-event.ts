/** Event: somebody wants to see a line, counted from 1, of the program or of another file. */
export class RevealEvent extends Event {
  constructor(
    readonly line: number,
    readonly fileName?: string,
  ) {
    super('reveal');
  }
}
