/** The page about the HTTP API as Markdown. */
import { type ApiDescription, curl, fieldsOf, type Route, routesOf, type Schema } from './api-description.js';
import { fenced, tableMarkdown } from './docs.js';
import { rightsTable } from './rights.js';

export function apiMarkdown(api: ApiDescription, origin: string): string {
  const rights = rightsTable().map(({ what, how, roles }) => [what, roles.join(', '), `\`${how}\``]);
  return `# HTTP API

${api.info.description} The same for machines: ${origin}/openapi.json

## Who may do what

${tableMarkdown({ head: ['What', 'Roles', 'Messages and routes'], rows: rights })}

${routesOf(api)
  .map((route) => section(route, origin))
  .join('\n\n')}
`;
}

function section(route: Route, origin: string): string {
  const { path, method, operation, takes, gives } = route;
  const answers = Object.entries(operation.responses).map(([status, { description }]) => `- ${status}: ${description}`);
  return [
    `## ${operation.summary}`,
    `\`${method} ${path}\``,
    operation.description ?? '',
    fenced(curl(origin, route), 'sh'),
    takes ? `Takes:\n\n${fields(takes, takes.required)}` : '',
    gives ? `Answers:\n\n${fields(gives)}` : '',
    answers.join('\n'),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function fields(schema: Schema, required?: readonly string[]): string {
  const rows = fieldsOf(schema, required).map(({ name, kind, text }) => [
    `\`${name}\``,
    kind,
    text.replace(/\s+/g, ' '),
  ]);
  return tableMarkdown({ head: ['Field', 'Kind', 'Meaning'], rows });
}
