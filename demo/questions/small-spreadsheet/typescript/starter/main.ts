export type Value = number | string;

export class Sheet {
  texts = new Map<string, string>();

  set(cell: string, text: string): void {
    this.texts.set(cell, text);
  }

  get(cell: string): Value {
    return this.texts.get(cell) ?? '';
  }
}

export type Step = ['set', string, string] | ['get', string];

/** What each get gave. */
export function play(steps: Step[]): Value[] {
  const sheet = new Sheet();
  return steps.flatMap((step) => {
    if (step[0] === 'get') return [sheet.get(step[1])];
    sheet.set(step[1], step[2]);
    return [];
  });
}
