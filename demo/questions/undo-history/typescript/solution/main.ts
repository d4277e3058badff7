interface Change {
  at: number;
  removed: string;
  inserted: string;
}

export class Editor {
  text = '';
  #done: Change[][] = [];
  #undone: Change[][] = [];
  #group: Change[] = [];
  #depth = 0;

  insert(at: number, text: string): void {
    this.#change({ at, removed: '', inserted: text });
  }

  remove(at: number, count: number): void {
    this.#change({ at, removed: this.text.slice(at, at + count), inserted: '' });
  }

  undo(): boolean {
    const step = this.#depth === 0 ? this.#done.pop() : undefined;
    if (!step) return false;
    for (const { at, removed, inserted } of [...step].reverse())
      this.#replace(at, inserted, removed);
    this.#undone.push(step);
    return true;
  }

  redo(): boolean {
    const step = this.#depth === 0 ? this.#undone.pop() : undefined;
    if (!step) return false;
    for (const { at, removed, inserted } of step) this.#replace(at, removed, inserted);
    this.#done.push(step);
    return true;
  }

  begin(): void {
    if (this.#depth === 0) this.#group = [];
    this.#depth++;
  }

  end(): void {
    this.#depth--;
    if (this.#depth === 0 && this.#group.length > 0) this.#done.push(this.#group);
  }

  #change(change: Change): void {
    if (change.removed === change.inserted) return;
    this.#replace(change.at, change.removed, change.inserted);
    this.#undone = [];
    if (this.#depth > 0) this.#group.push(change);
    else this.#done.push([change]);
  }

  #replace(at: number, old: string, text: string): void {
    this.text = this.text.slice(0, at) + text + this.text.slice(at + old.length);
  }
}

export type Step =
  | ['insert', number, string]
  | ['remove', number, number]
  | ['undo']
  | ['redo']
  | ['begin']
  | ['end'];

/** The text after each step. */
export function play(steps: Step[]): string[] {
  const editor = new Editor();
  return steps.map((step) => {
    if (step[0] === 'insert') editor.insert(step[1], step[2]);
    else if (step[0] === 'remove') editor.remove(step[1], step[2]);
    else editor[step[0]]();
    return editor.text;
  });
}
