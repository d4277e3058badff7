// Module resolution: finds the room file for the name in an import or require(), by Node's rules, and without extension or with that of the compiled file, as bundlers do.

const EXTENSIONS = ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.mts', '.cjs', '.cts', '.json'];
const TYPED_FIRST = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs', '.json'];
/** TypeScript files may be imported by the name of the compiled JavaScript. */
const SOURCES: Readonly<Record<string, string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Whether a name is a path and not a package. */
export function isPath(name: string): boolean {
  return /^(?:\.{0,2}\/|\.{1,2}$|file:\/\/\/)/.test(name);
}

/** Undefined if there is no such file. `from` is the importing file. */
export function resolve(name: string, from: string, has: (file: string) => boolean): string | undefined {
  if (!isPath(name)) return undefined;
  const path = normal(name, from);
  const extensions = /\.[mc]?tsx?$/.test(from) ? TYPED_FIRST : EXTENSIONS;
  const [extension = ''] = /\.[^./]+$/.exec(path) ?? [];
  const stem = path.slice(0, path.length - extension.length);
  const isFolder = /(?:^|\/)\.{0,2}$/.test(name);
  const candidates = [
    ...(isFolder
      ? []
      : [path, ...(SOURCES[extension] ?? []).map((each) => stem + each), ...extensions.map((each) => path + each)]),
    ...extensions.map((each) => `${path === '' ? '' : `${path}/`}index${each}`),
  ];
  return candidates.find(has);
}

/** Relative to the room's folder, which is the root. */
function normal(name: string, from: string): string {
  const plain = name.startsWith('file:///') ? decodeURI(name.slice('file://'.length)) : name;
  const whole = plain.startsWith('/') ? plain : `${from.split('/').slice(0, -1).join('/')}/${plain}`;
  const parts: string[] = [];
  for (const part of whole.replace(/[?#].*$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
