// React for programs with JSX: its modules, and the output of the exported component's first render.
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as ReactDOM from 'react-dom';
import * as server from 'react-dom/server';
import type { Dialect } from '../javascript/dialect.js';
import { markupOf } from './markup.js';

const NO_PAGE =
  'There is no page here to render to. Export your component as default, or print renderToString() of "react-dom/server".';

/** As CommonJS: `default` is the module itself. */
const modules: Record<string, object> = {
  react: { ...React, default: undefined },
  'react/jsx-runtime': jsxRuntime,
  'react-dom': { ...ReactDOM, default: undefined },
  'react-dom/server': server,
  'react-dom/client': { createRoot: noPage, hydrateRoot: noPage },
};

export function withReact(dialect: Dialect): Dialect {
  return {
    ...dialect,
    modules,
    conclude(exported, output) {
      const { default: shown } = exported as { default?: unknown };
      const element = typeof shown === 'function' ? React.createElement(shown as React.FC) : shown;
      if (!React.isValidElement(element)) return;
      output.write('result', `${markupOf(server.renderToStaticMarkup(element))}\n`);
      output.write('note', 'This is how it looks at first, as HTML. Effects and events do not run here.');
    },
  };
}

function noPage(): never {
  throw new Error(NO_PAGE);
}
