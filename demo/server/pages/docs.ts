/** The page about the HTTP API, generated from its OpenAPI document. */
import { html } from 'hono/html';
import { rightsTable } from '../rights.js';
import { codeBlock } from './embed.js';
import { type Html, layout } from './layout.js';

/** The part of an OpenAPI document that is used. */
export interface ApiDescription {
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

type Content = Record<string, { schema: { $ref: string } }>;

interface Schema {
  type?: string;
  description?: string;
  default?: unknown;
  example?: unknown;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export function docsPage(api: ApiDescription, origin: string): Html {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return layout({
    title: 'HTTP API of code-room',
    description: api.info.description,
    here: '/docs',
    body: html`<div class="wrap">
<h1 class="page-title">HTTP API</h1>
<p class="lead">${words(api.info.description)} The same for machines: <a href="/openapi.json">openapi.json</a>.</p>
<ol class="mt-6 grid gap-2 sm:gap-1">${operations.map(
      ({ path, method, operation }) =>
        html`<li><a href="#${operation.operationId}" class="quiet-link grid gap-x-6 lg:grid-cols-[26rem_1fr]"><code class="break-all">${method.toUpperCase()} ${path}</code><span>${operation.summary}</span></a></li>`,
    )}</ol>
${rights()}
${operations.map(({ path, method, operation }) => section(api, origin, path, method, operation))}
</div>`,
  });
}

/** The table of rights, as enforced by the room. */
function rights(): Html {
  return html`<section id="rights" aria-labelledby="rights-title" class="mt-14 scroll-mt-6">
<h2 id="rights-title" class="text-xl font-semibold tracking-tight">Who may do what</h2>
<p class="prose">These are the messages of the socket and the routes of the API. The room enforces this table. In an ended room nobody can edit or run.</p>
<dl class="mt-1.5 grid gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-[17rem_1fr]">${rightsTable().map(
    ({ what, how, roles }) =>
      html`<dt>${what}</dt><dd class="text-quiet"><strong>${roles.join(', ')}</strong><br><code class="break-words">${how}</code></dd>`,
  )}</dl>
</section>`;
}

function section(api: ApiDescription, origin: string, path: string, method: string, operation: Operation): Html {
  const { operationId: id, summary, description, requestBody, responses } = operation;
  const request = requestBody && schemaOf(api, requestBody.content);
  const answers = Object.entries(responses);
  const good = answers.find(([status]) => status < '300');
  const answer = good?.[1].content && schemaOf(api, good[1].content);
  return html`<section id="${id}" aria-labelledby="${id}-title" class="mt-14 scroll-mt-6">
<h2 id="${id}-title" class="text-xl font-semibold tracking-tight">${summary}</h2>
<p class="mt-1"><code class="break-all"><strong>${method.toUpperCase()}</strong> ${path}</code></p>
${description && html`<p class="prose">${words(description)}</p>`}
${codeBlock(`${id}-curl`, curl(origin, path, method, operation, request), 'example')}
${request && fields('Takes', request, request.required)}
${answer && fields('Answers', answer)}
<h3 class="mt-5 text-sm font-semibold">Status</h3>
<dl class="mt-1.5 grid grid-cols-[3rem_1fr] gap-y-1 text-[0.9375rem]">${answers.map(
    ([status, { description }]) =>
      html`<dt><code>${status}</code></dt><dd class="text-quiet">${words(description)}</dd>`,
  )}</dl>
</section>`;
}

function schemaOf(api: ApiDescription, content: Content): Schema | undefined {
  const reference = Object.values(content)[0]?.schema.$ref;
  return api.components.schemas[reference?.split('/').at(-1) ?? ''];
}

function fields(title: string, schema: Schema, needed?: string[]): Html {
  const rows = Object.entries(schema.properties ?? {});
  return html`<h3 class="mt-5 text-sm font-semibold">${title}</h3>
<dl class="mt-1.5 grid gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-[11rem_1fr]">${rows.map(
    ([
      name,
      field,
    ]) => html`<dt><code>${name}</code> <span class="text-sm text-quiet">${kind(field)}${needed?.includes(name) && ', required'}</span></dt>
<dd class="text-quiet">${words([field.description, choices(field), fallback(field)].filter(Boolean).join(' '))}</dd>`,
  )}</dl>`;
}

function kind({ type, items, properties }: Schema): string {
  if (items?.properties) return `list of {${Object.keys(items.properties).join(', ')}}`;
  if (properties) return `{${Object.keys(properties).join(', ')}}`;
  return type ?? '';
}

function choices(schema: Schema): string {
  return schema.enum ? `One of ${schema.enum.map((id) => `\`${id}\``).join(', ')}.` : '';
}

function fallback({ default: value }: Schema): string {
  return value === undefined || value === '' ? '' : `Default: \`${value}\`.`;
}

function curl(origin: string, path: string, method: string, operation: Operation, body?: Schema): string {
  const address = (operation.parameters ?? []).reduce(
    (text, { name, schema }) => text.replace(`{${name}}`, String(schema.example)),
    path,
  );
  const lines = [`curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} ${origin}${address}`];
  if (operation.security?.some((one) => 'token' in one)) lines.push(`-H "Authorization: Bearer $TOKEN"`);
  if (body) {
    const examples = Object.entries(body.properties ?? {}).flatMap(([name, { example }]) =>
      example === undefined ? [] : [[name, example]],
    );
    lines.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(Object.fromEntries(examples))}'`);
  }
  return lines.join(' \\\n  ');
}

/** Text with `code` in backticks. */
function words(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
}
