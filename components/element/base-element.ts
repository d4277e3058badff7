// What every element of ours promises a page: a property set before the element's script has come counts.
import { LitElement } from 'lit';

/** Where properties of a page's own wishes end: beyond are Lit's and the browser's. */
const LAST = LitElement.prototype;

export abstract class BaseElement extends LitElement {
  /** Lit takes over those it made reactive; these are the others. */
  #early: [name: string, value: unknown][] = [];

  constructor() {
    super();
    for (const name of Object.getOwnPropertyNames(this)) {
      const accessor = accessorOf(this, name);
      if (!accessor) continue;
      // A value of the element itself would hide the accessor for ever; one that cannot be set is only taken away.
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
