export interface Limits { max: number }

export class QueueFull extends Error {
  override name = 'QueueFull';
}

export class Queue<T> {
  private items: T[] = [];
  constructor(private readonly max: number) {}
  push(item: T): this {
    if (this.items.length >= this.max) throw new QueueFull(`no room for ${item}`);
    this.items.push(item);
    return this;
  }
  pop(): T | undefined {
    return this.items.shift();
  }
}
