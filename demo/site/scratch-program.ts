/** The first program of a scratch room, in each language that a page runs by itself. */
import { t } from '../../components/wording/words.js';

const C = (note: string, include: string, print: string) =>
  `// ${note}\n#include <${include}>\n\nint main() {\n    ${print}\n}\n`;

interface Program {
  name: string;
  code: string;
}

/** Comment and output are in the language of the page, which stands in quotes of both kinds. */
function programs(): Record<string, Program> {
  const say = t('This computer is ready.');
  const note = t('Only you see this. Change it, press Run, try what you like.');
  const script = `// ${note}\nconsole.log("${say}");\n`;
  const query = `-- ${note}\nSELECT '${say}' AS answer;\n`;
  return {
    python: { name: 'Python', code: `# ${note}\nprint("${say}")\n` },
    javascript: { name: 'JavaScript', code: script },
    typescript: { name: 'TypeScript', code: script },
    jsx: { name: 'JavaScript', code: script },
    tsx: { name: 'TypeScript', code: script },
    sql: { name: 'SQL', code: query },
    lua: { name: 'Lua', code: `-- ${note}\nprint("${say}")\n` },
    c: { name: 'C', code: C(note, 'stdio.h', `puts("${say}");`) },
    cpp: { name: 'C++', code: C(note, 'iostream', `std::cout << "${say}\\n";`) },
    postgres: { name: 'Postgres', code: query },
  };
}

export function scratchProgram(language: string): Program | undefined {
  const all = programs();
  return Object.hasOwn(all, language) ? all[language] : undefined;
}
