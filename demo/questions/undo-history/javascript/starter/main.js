export class Editor {
  text = '';

  insert(at, text) {
    this.text = this.text.slice(0, at) + text + this.text.slice(at);
  }

  remove(at, count) {
    this.text = this.text.slice(0, at) + this.text.slice(at + count);
  }

  undo() {
    return false;
  }

  redo() {
    return false;
  }

  begin() {}

  end() {}
}

/** The text after each step. */
export function play(steps) {
  const editor = new Editor();
  return steps.map((step) => {
    if (step[0] === 'insert') editor.insert(step[1], step[2]);
    else if (step[0] === 'remove') editor.remove(step[1], step[2]);
    else editor[step[0]]();
    return editor.text;
  });
}
