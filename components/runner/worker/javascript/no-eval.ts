// eval and Function are blocked by the sandbox's policy; this gives a helpful error instead.

const SENTENCE = 'Code cannot be made from text here: eval() and Function() are switched off. Write it as a function.';

export function forbidEval(): void {
  const refuse = (): never => {
    throw new EvalError(SENTENCE);
  };
  const Forbidden = new Proxy(Function, { apply: refuse, construct: refuse });
  // A proxy has its target's prototype, so `instanceof Function` still works.
  Reflect.defineProperty(Function.prototype, 'constructor', { value: Forbidden, writable: true, configurable: true });
  Reflect.set(globalThis, 'Function', Forbidden);
  Reflect.set(globalThis, 'eval', refuse);
}
