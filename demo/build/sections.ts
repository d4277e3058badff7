/** Sections of the documents that stand beside the parts of the project, for the pages of the host. */
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Where a reader of the host finds what a document in the project's folders links to. */
const ON_HOST: Readonly<Record<string, string>> = {
  'party/TOKENS.md': '/embed/recipes#tokens',
  'components/runner/LANGUAGES.md': '/languages',
  'components/session/SESSION.md': '/embed/recipes#a-bot',
};

/** `party/TOKENS.md#Tokens as Your own tokens`: the section of this name, under another one if that is given. Throws when it is not there. */
export function sectionOf(address: string): string {
  const [, path = '', heading = '', name] = /^(.+?)#(.+?)(?: as (.+))?$/.exec(address) ?? [];
  if (!existsSync(path)) throw new Error(`There is no document ${path}.`);
  const lines = readFileSync(path, 'utf8').split('\n');
  const from = lines.findIndex((line) => line === `# ${heading}` || line === `## ${heading}`);
  if (from < 0) throw new Error(`${path} has no section "${heading}".`);
  const to = lines.findIndex((line, at) => at > from && /^##? /.test(line));
  const body = lines.slice(from + 1, to < 0 ? undefined : to).filter((line) => !/^<\/?details>/.test(line));
  const text = linked(body.join('\n'), path)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `## ${name ?? heading}\n\n${text}`;
}

/** Links into the project's folders lead to the host's pages, or to nothing where it has none. */
function linked(text: string, path: string): string {
  return text.replace(/\[([^\]]+)\]\(([^)]+)\)/g, (whole, words: string, url: string) => {
    if (/^https?:/.test(url)) return whole;
    const [target = '', anchor = ''] = url.split('#');
    if (target === '') return words;
    const file = posix.join(posix.dirname(path), target);
    const page = ON_HOST[file];
    return page ? `[${words}](https://rooms.example${page})` : `${words} (\`${file}${anchor ? `#${anchor}` : ''}\`)`;
  });
}
