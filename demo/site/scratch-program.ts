/** The first program of a scratch room, in each language that a page runs by itself. */

const SAY = 'This computer is ready.';
const NOTE = 'Only you see this. Change it, press Run, try what you like.';

const C = (include: string, print: string) => `// ${NOTE}\n#include <${include}>\n\nint main() {\n    ${print}\n}\n`;
const SCRIPT = `// ${NOTE}\nconsole.log("${SAY}");\n`;
const QUERY = `-- ${NOTE}\nSELECT '${SAY}' AS answer;\n`;

const PROGRAMS: Record<string, { name: string; code: string }> = {
  python: { name: 'Python', code: `# ${NOTE}\nprint("${SAY}")\n` },
  javascript: { name: 'JavaScript', code: SCRIPT },
  typescript: { name: 'TypeScript', code: SCRIPT },
  jsx: { name: 'JavaScript', code: SCRIPT },
  tsx: { name: 'TypeScript', code: SCRIPT },
  sql: { name: 'SQL', code: QUERY },
  lua: { name: 'Lua', code: `-- ${NOTE}\nprint("${SAY}")\n` },
  c: { name: 'C', code: C('stdio.h', `puts("${SAY}");`) },
  cpp: { name: 'C++', code: C('iostream', `std::cout << "${SAY}\\n";`) },
  postgres: { name: 'Postgres', code: QUERY },
};

export function scratchProgram(language: string): { name: string; code: string } | undefined {
  return Object.hasOwn(PROGRAMS, language) ? PROGRAMS[language] : undefined;
}
