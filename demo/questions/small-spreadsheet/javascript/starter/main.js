export class Sheet {
  texts = new Map();

  set(cell, text) {
    this.texts.set(cell, text);
  }

  get(cell) {
    return this.texts.get(cell) ?? '';
  }
}

/** What each get gave. */
export function play(steps) {
  const sheet = new Sheet();
  return steps.flatMap((step) => {
    if (step[0] === 'get') return [sheet.get(step[1])];
    sheet.set(step[1], step[2]);
    return [];
  });
}
