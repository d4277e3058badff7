// Names that a module does not have: which of them will fail when the file runs, and which may be there by then.

/** What is known beside the file that is looked at. */
export interface Known {
  /** Whether the library or the room has a module of this name. */
  isModule(name: string): boolean;
  /** The texts of the room's files that a module may be. */
  textsOf(module: string): string[];
}

/** Pyright tells alike of what is read and what is set. */
const UNKNOWN_ATTRIBUTE = /^"(\w+)" is not a known attribute of module "([\w.]+)"/;
const UNKNOWN_SYMBOL = /^"(\w+)" is unknown import symbol/;
/** What gives a module names that cannot be seen in its text. */
const DYNAMIC = /\b(?:globals|setattr|exec|vars)\s*\(|\bsys\.modules\b|\bimport\s*\*|__dict__/;

/** Whether a module lacks the name that stands at `from`, and nothing says that it may come to have it. */
export function lacksName(message: string, text: string, from: number, known: Known): boolean {
  const [, attribute, owner] = UNKNOWN_ATTRIBUTE.exec(message) ?? [];
  const name = attribute ?? UNKNOWN_SYMBOL.exec(message)?.[1];
  if (name === undefined) return false;
  const module = owner ?? importedAt(text, from);
  // Declarations leave out names of the library's own: `_name`, and modules that it has imported, such as `os.sys`.
  if (name.startsWith('_') || known.isModule(name) || known.isModule(`${module}.${name}`)) return false;
  const expected = new RegExp(`\\.${name}\\b(?:\\s*,[^=\\n]*)?\\s*=(?!=)|attr\\([^()\\n]*["']${name}["']`);
  return !expected.test(text) && !isTried(text, from) && !known.textsOf(module).some((each) => DYNAMIC.test(each));
}

function importedAt(text: string, from: number): string {
  return /\bfrom\s+([.\w]+)\s+import\b(?![\s\S]*\bimport\b)/.exec(text.slice(0, from))?.[1] ?? '';
}

/** Whether the line stands in a `try`, which is there for what may be missing. */
function isTried(text: string, from: number): boolean {
  const lines = text.slice(0, from).split('\n');
  let depth = indentation(lines.pop() ?? '');
  for (const line of lines.reverse()) {
    if (line.trim() === '' || indentation(line) >= depth) continue;
    if (/^\s*try\s*:/.test(line)) return true;
    depth = indentation(line);
  }
  return false;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
