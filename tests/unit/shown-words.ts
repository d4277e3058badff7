// Finds the words of the sources: those that are shown through tables of languages, and those that are not.
import typescript from 'typescript-5';
import { readSources } from './sources.js';

const { SyntaxKind } = typescript;
type Node = typescript.Node;

/** Functions whose first argument is a text that is translated. */
const SAYS = /^(?:speech\.)?(?:t|rich)$/;
/** Types that mark texts: in the values, in the keys, or alone; also in a type such as `Record<Role, Words>`. */
const MARKS = /\b(?:Words|WordsAsKeys|Word)\b/;
/** Attributes that people read or hear. */
const READ = /\s(?:aria-label|aria-description|title|placeholder|alt|label|aria-valuetext)="([^"]*)"/g;

export interface Found {
  /** English texts that are translated, with the file they stand in. */
  keys: Map<string, string>;
  /** Words that are shown in English for ever: `file: words`. */
  bare: string[];
  /** Those of them that stand in templates. */
  inTemplates: string[];
}

export function wordsIn(folder: string, of: (path: string) => boolean): Found {
  const found: Found = { keys: new Map(), bare: [], inTemplates: [] };
  for (const [path, source] of readSources(folder)) if (path.endsWith('.ts') && of(path)) read(path, source, found);
  // A word of a table may be named elsewhere, but not stand in a template.
  const named = found.bare.filter((words) => !found.keys.has(words.slice(words.indexOf(': ') + 2)));
  return { ...found, bare: [...named, ...found.inTemplates.filter((words) => !named.includes(words))] };
}

function read(path: string, source: string, { keys, bare, inTemplates }: Found): void {
  const visit = (node: Node): void => {
    if (typescript.isImportDeclaration(node) || typescript.isTypeNode(node)) return;
    if (typescript.isCallExpression(node) && SAYS.test(node.expression.getText())) {
      const [english, ...values] = node.arguments;
      if (english) for (const text of literalsIn(english)) keys.set(text, path);
      values.forEach(visit);
      return;
    }
    if (typescript.isSatisfiesExpression(node) && MARKS.test(node.type.getText())) {
      const inKeys = node.type.getText() === 'WordsAsKeys';
      for (const text of inKeys ? namesIn(node.expression) : literalsIn(node.expression)) keys.set(text, path);
      return;
    }
    if (typescript.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) {
      for (const words of wordsOfTemplate(node.template)) inTemplates.push(`${path}: ${words}`);
      if (typescript.isTemplateExpression(node.template))
        for (const { expression } of node.template.templateSpans) visit(expression);
      return;
    }
    if (typescript.isTaggedTemplateExpression(node)) return;
    const text = sentenceIn(node);
    if (text !== undefined) bare.push(`${path}: ${text}`);
    typescript.forEachChild(node, visit);
  };
  visit(typescript.createSourceFile(path, source, typescript.ScriptTarget.Latest, true));
}

/** All texts of an expression, such as both of a condition, or the values of a table. */
function literalsIn(node: Node): string[] {
  if (typescript.isStringLiteral(node) || typescript.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (typescript.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(literalsIn);
  if (typescript.isPropertyAssignment(node)) return literalsIn(node.initializer);
  const found: string[] = [];
  typescript.forEachChild(node, (child) => void found.push(...literalsIn(child)));
  return found;
}

function namesIn(node: Node): string[] {
  if (!typescript.isObjectLiteralExpression(node)) return node.getChildren().flatMap(namesIn);
  return node.properties.flatMap(({ name }) => (name && 'text' in name ? [name.text] : []));
}

/** What stands between tags, and in attributes that are read. */
function wordsOfTemplate(template: typescript.TemplateLiteral): string[] {
  const pieces = typescript.isTemplateExpression(template)
    ? [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]
    : [template.text];
  const text = pieces.join('\u0001').replaceAll(/<!--.*?-->/gs, '');
  const read = [...text.matchAll(READ)].map(([, value = '']) => value);
  const outside = text.replaceAll(/<(?:"[^"]*"|[^">])*>/gs, '\n').split('\n');
  return [...outside, ...read].map((words) => words.replaceAll('\u0001', '…').trim()).filter(isWords);
}

function isWords(text: string): boolean {
  return (
    /\p{L}{2,}/u.test(text.replaceAll(/&\w+;/g, '')) &&
    !/^(OK|JSON|AI|abc|Shift Alt F|Ctrl Enter|helpers\.py|INSERT INTO …)$/.test(text)
  );
}

/** A text that looks like a sentence: two words, or one with a capital. */
function sentenceIn(node: Node): string | undefined {
  const isText = typescript.isStringLiteral(node) || typescript.isNoSubstitutionTemplateLiteral(node);
  if (isText && isRead(node) && isWords(node.text))
    return /^[A-Z][\p{L}’]+,? \p{L}+|^[A-Z][a-z]+(?: [a-z]+)*[.…]$/u.test(node.text) ? node.text : undefined;
  if (!typescript.isTemplateExpression(node)) return undefined;
  const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
  return text.startsWith('Bearer ')
    ? undefined
    : /^[A-Z][a-z]+(?: …|: …)|… [a-z]+ [a-z]+|^[A-Z][a-z]+ [a-z]+.*…/.test(text)
      ? text
      : undefined;
}

/** Not a name that is compared, a key, or a text of a call that is no sentence. */
function isRead({ parent }: Node): boolean {
  return (
    parent.kind !== SyntaxKind.CaseClause &&
    parent.kind !== SyntaxKind.ElementAccessExpression &&
    !(typescript.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText()))
  );
}
