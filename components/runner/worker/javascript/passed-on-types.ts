// Leaves types out of what a module passes on: whoever compiles one file cannot know that a name of another is only a type.
import type { Node } from 'acorn';
import type { ModuleShape } from './module-shape.js';

type Any = Node & Record<string, unknown>;

/** What is looked at of a file of a program. */
interface File {
  name: string;
  source: string;
  code: string;
  kind: string;
  problem?: object;
  links: readonly { name?: string; dynamic: boolean; taken: readonly { name: string }[] }[];
  shape: Pick<ModuleShape, 'exported' | 'passedOn' | 'assigned'>;
}

/** Whether a module has a name only as a type. */
export type IsGone = (module: string, name: string) => boolean;

export interface Without {
  /** As long as before: other places stay where they were. */
  code: string;
  /** The names under which it exported what is gone. */
  gone: string[];
}

const nameOf = (node: unknown) => String((node as Any).name ?? (node as Any).value);
const specifiersOf = (statement: Any) => (statement.specifiers as Any[] | undefined) ?? [];

/** The comma behind a name, and what may stand before it. */
const TO_COMMA = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*,/;

export function without(code: string, program: Node, isGone: IsGone): Without {
  const statements = (program as Any).body as Any[];
  const left = { code, gone: [] as string[] };
  const blank = (from: number, to: number) => {
    const piece = left.code.slice(from, to).replaceAll(/[^\n]/g, ' ');
    left.code = left.code.slice(0, from) + piece + left.code.slice(to);
  };
  const takeOut = ({ start, end }: Node) => {
    const comma = TO_COMMA.exec(left.code.slice(end))?.[0].length ?? 0;
    blank(start, end);
    if (comma > 0) blank(end + comma - 1, end + comma);
  };
  const passed = statements
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap((statement) =>
      specifiersOf(statement).map((specifier) => ({ specifier, source: statement.source as Any | null })),
    );
  const leaveOut = ({ specifier }: (typeof passed)[number]) => {
    takeOut(specifier);
    left.gone.push(nameOf(specifier.exported));
  };
  for (const each of passed)
    if (each.source && isGone(nameOf(each.source), nameOf(each.specifier.local))) leaveOut(each);
  for (const { type, source, specifiers } of statements) {
    if (type !== 'ImportDeclaration') continue;
    for (const specifier of specifiers as Any[]) {
      if (!specifier.imported || !isGone(nameOf(source), nameOf(specifier.imported))) continue;
      takeOut(specifier);
      const local = nameOf(specifier.local);
      for (const each of passed) if (!each.source && nameOf(each.specifier.local) === local) leaveOut(each);
    }
  }
  return left;
}

/** Whether the text of a file says that a name is a type. */
function declares(source: string, name: string): boolean {
  if (name === 'default') return /\bexport\s+default\s+interface\b/.test(source);
  if (!/^[\w$]+$/.test(name)) return false;
  const word = name.replaceAll('$', '\\$');
  return (
    new RegExp(`(?<![\\w$.])(?:interface|type)\\s+${word}(?![\\w$])\\s*(?:[<={]|extends\\b)`).test(source) ||
    new RegExp(`\\bexport\\s+type\\s*\\{[^}]*(?<![\\w$])${word}(?![\\w$])[^}]*\\}`).test(source)
  );
}

export const TYPESCRIPT = /\.(?:[mc]?ts|tsx)$/;

/** Changes the modules that pass types on, of those that are TypeScript. */
export function leaveTypesOut<F extends File>(
  files: ReadonlyMap<string, F>,
  find: (name: string, from: string) => string | undefined,
  change: (file: F, isGone: IsGone) => string[],
): void {
  const typed = [...files.values()].filter(
    ({ name, kind, problem }) => TYPESCRIPT.test(name) && kind === 'module' && !problem,
  );
  const gone = new Map<string, string[]>();
  const isType = (fileName: string | undefined, name: string, seen = new Set<string>()): boolean => {
    const file = files.get(fileName ?? '');
    if (!file || !TYPESCRIPT.test(file.name) || seen.has(file.name)) return false;
    if (file.shape.exported.includes(name) || file.shape.assigned.includes(name)) return false;
    seen.add(file.name);
    if (gone.get(file.name)?.includes(name) || declares(file.source, name)) return true;
    return name !== 'default' && file.shape.passedOn.some((other) => isType(find(other, file.name), name, seen));
  };
  // What one no longer has, those that pass it on no longer have either.
  for (let changed = true; changed; ) {
    changed = false;
    for (const file of typed) {
      const takes = ({ name = '', dynamic, taken }: File['links'][number]) =>
        !dynamic && taken.some((each) => isType(find(name, file.name), each.name));
      if (!file.links.some(takes)) continue;
      const { code } = file;
      const names = change(file, (module, name) => isType(find(module, file.name), name));
      gone.set(file.name, [...(gone.get(file.name) ?? []), ...names]);
      changed ||= file.code !== code;
    }
  }
}
