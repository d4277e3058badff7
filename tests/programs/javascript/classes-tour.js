class Animal {
  static count = 0;
  static #registry = [];
  #secret = 'hidden';
  legs = 4;
  constructor(name) {
    this.name = name;
    Animal.count++;
    Animal.#registry.push(this);
  }
  get description() {
    return `${this.name} has ${this.legs} legs`;
  }
  set description(text) {
    [this.name] = text.split(' ');
  }
  speak() {
    return `${this.name} makes a sound`;
  }
  static all() {
    return Animal.#registry.map((each) => each.name);
  }
  static isAnimal(value) {
    return #secret in value;
  }
  static {
    this.ready = true;
  }
  toJSON() {
    return { type: this.constructor.name, name: this.name };
  }
}
class Dog extends Animal {
  #tricks = new Set();
  speak() {
    return `${super.speak()}: woof`;
  }
  learn(...tricks) {
    for (const trick of tricks) this.#tricks.add(trick);
    return this;
  }
  get tricks() {
    return [...this.#tricks];
  }
  [Symbol.toPrimitive](hint) {
    return hint === 'number' ? this.#tricks.size : `Dog(${this.name})`;
  }
}
const rex = new Dog('Rex').learn('sit', 'roll');
console.log(rex, rex.speak(), rex.tricks, `${rex}`, +rex, rex + '!');
rex.description = 'Max is old';
console.log(rex.description, Animal.all(), Animal.count, Animal.isAnimal(rex), Animal.isAnimal({}), Animal.ready);
console.log(JSON.stringify([rex]), rex instanceof Animal, Object.getPrototypeOf(Dog) === Animal, Dog.name, Dog.length, typeof Dog);
console.log(Dog, class {}, class extends Dog {}, Object.create(null), new (class Foo { constructor() { this.a = 1; } })(), Object.create(Dog.prototype));
for (const attempt of [() => Dog('x'), () => new (class extends null {})(), () => new (class extends Animal { constructor() { this.x = 1; } })(), () => { rex.speak = 1; rex.speak(); }]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name);
  }
}
const mixin = (Base) => class extends Base { fly() { return `${this.name} flies`; } };
console.log(new (mixin(Dog))('Bat').fly(), Object.getOwnPropertyNames(Dog.prototype), Object.entries(rex));
