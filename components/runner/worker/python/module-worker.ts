// Must be imported before Pyodide, which calls importScripts to detect the kind of worker and refuses this kind.
Reflect.deleteProperty(globalThis, 'importScripts');
Reflect.deleteProperty(Object.getPrototypeOf(Object.getPrototypeOf(globalThis)), 'importScripts');
