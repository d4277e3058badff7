// Code made from text is forbidden by the policy of the sandbox; this says so in words that help.

const SENTENCE = 'Code cannot be made from text here: eval() and Function() are switched off. Write it as a function.';

export function forbidEval(): void {
  const refuse = (): never => {
    throw new EvalError(SENTENCE);
  };
  const Forbidden = new Proxy(Function, { apply: refuse, construct: refuse });
  // A proxy has the prototype of its target, so `instanceof Function` still holds.
  Reflect.defineProperty(Function.prototype, 'constructor', { value: Forbidden, writable: true, configurable: true });
  Reflect.set(globalThis, 'Function', Forbidden);
  Reflect.set(globalThis, 'eval', refuse);
}
