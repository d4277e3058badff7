/** Somebody wants to see a line of the program, counted from 1. */
export class RevealEvent extends Event {
  constructor(readonly line: number) {
    super('reveal');
  }
}
