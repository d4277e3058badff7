export class Editor {
  text = '';

  insert(at: number, text: string): void {
    this.text = this.text.slice(0, at) + text + this.text.slice(at);
  }

  remove(at: number, count: number): void {
    this.text = this.text.slice(0, at) + this.text.slice(at + count);
  }

  undo(): boolean {
    return false;
  }

  redo(): boolean {
    return false;
  }

  begin(): void {}

  end(): void {}
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
