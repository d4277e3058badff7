export class Editor {
  text = '';
  #done = [];
  #undone = [];
  #group = [];
  #depth = 0;

  insert(at, text) {
    this.#change({ at, removed: '', inserted: text });
  }

  remove(at, count) {
    this.#change({ at, removed: this.text.slice(at, at + count), inserted: '' });
  }

  undo() {
    const step = this.#depth === 0 ? this.#done.pop() : undefined;
    if (!step) return false;
    for (const { at, removed, inserted } of [...step].reverse())
      this.#replace(at, inserted, removed);
    this.#undone.push(step);
    return true;
  }

  redo() {
    const step = this.#depth === 0 ? this.#undone.pop() : undefined;
    if (!step) return false;
    for (const { at, removed, inserted } of step) this.#replace(at, removed, inserted);
    this.#done.push(step);
    return true;
  }

  begin() {
    if (this.#depth === 0) this.#group = [];
    this.#depth++;
  }

  end() {
    this.#depth--;
    if (this.#depth === 0 && this.#group.length > 0) this.#done.push(this.#group);
  }

  #change(change) {
    if (change.removed === change.inserted) return;
    this.#replace(change.at, change.removed, change.inserted);
    this.#undone = [];
    if (this.#depth > 0) this.#group.push(change);
    else this.#done.push([change]);
  }

  #replace(at, old, text) {
    this.text = this.text.slice(0, at) + text + this.text.slice(at + old.length);
  }
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
