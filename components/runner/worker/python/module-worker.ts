// Must be imported before Pyodide, which calls importScripts to find out what kind of worker it is in and refuses this one.
Reflect.deleteProperty(globalThis, 'importScripts');
Reflect.deleteProperty(Object.getPrototypeOf(Object.getPrototypeOf(globalThis)), 'importScripts');
