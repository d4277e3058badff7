// Types of files that the build converts to modules for the Python worker.

declare module 'pyodide/pyodide.asm.mjs' {
  const createPyodideModule: import('./boot.js').CreateModule;
  export default createPyodideModule;
}

/** The lock file without packages, which are not available here. */
declare module 'pyodide/pyodide-lock.json' {
  const lock: string;
  export default lock;
}
