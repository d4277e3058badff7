// Must be imported before Pyodide, which calls importScripts to find out what kind of worker it is in and refuses this one.
// What is thrown is no Error: for one of those V8 reads a megabyte of script again. lockdown.ts takes the function away.
Reflect.deleteProperty(Object.getPrototypeOf(Object.getPrototypeOf(globalThis)), 'importScripts');
Reflect.defineProperty(globalThis, 'importScripts', {
  configurable: true,
  value: () => {
    throw undefined;
  },
});
