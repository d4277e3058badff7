// Node's words for a module that uses a name which only CommonJS has.

/** As each engine tells it. */
const OF_COMMON_JS = /^(?:Can't find variable: )?(require|module|exports|__filename|__dirname)(?: is not defined)?$/;

/** Changes the message of an error that ended a module; others stay as they are. */
export function explainModuleScope(error: unknown): void {
  if (!(error instanceof ReferenceError)) return;
  const [, name] = OF_COMMON_JS.exec(error.message) ?? [];
  if (!name) return;
  error.message = `${name} is not defined in ES module scope${name === 'require' ? ', you can use import instead' : ''}`;
}
