// Base class of all elements: properties that were set before the element was upgraded take effect.
import { LitElement } from 'lit';

/** Own accessors are looked for up to here; beyond are those of Lit and the browser. */
const LAST = LitElement.prototype;

export abstract class BaseElement extends LitElement {
  /** Lit handles reactive properties; these are the others. */
  #early: [name: string, value: unknown][] = [];

  constructor() {
    super();
    for (const name of Object.getOwnPropertyNames(this)) {
      const accessor = accessorOf(this, name);
      if (!accessor) continue;
      // An own value would hide the accessor permanently; a read-only property is only deleted.
      if (accessor.set) this.#early.push([name, Reflect.get(this, name)]);
      Reflect.deleteProperty(this, name);
    }
  }

  override connectedCallback(): void {
    const early = this.#early;
    this.#early = [];
    for (const [name, value] of early) Reflect.set(this, name, value);
    super.connectedCallback();
  }
}

function accessorOf(element: BaseElement, name: string): PropertyDescriptor | undefined {
  for (let type = Object.getPrototypeOf(element); type !== LAST && type !== null; type = Object.getPrototypeOf(type)) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found) return found.get || found.set ? found : undefined;
  }
  return undefined;
}
