/** The page about the HTTP API, generated from its OpenAPI document. */
import { html } from 'hono/html';
import { type ApiDescription, curl, fieldsOf, type Route, routesOf, type Schema } from '../api-description.js';
import { rightsTable } from '../rights.js';
import { codeBlock } from './code-block.js';
import { type Html, layout } from './layout.js';

export function apiPage(api: ApiDescription, origin: string): Html {
  const routes = routesOf(api);
  return layout({
    title: 'HTTP API of code-room',
    description: api.info.description,
    here: '/docs',
    head: html`<link rel="alternate" type="text/markdown" href="/docs.md">`,
    body: html`<div class="wrap">
<h1 class="page-title">HTTP API</h1>
<p class="lead">${words(api.info.description)} The same for machines: <a href="/openapi.json">openapi.json</a>.</p>
<ol class="mt-6 grid gap-2 sm:gap-1">${routes.map(
      ({ path, method, operation }) =>
        html`<li><a href="#${operation.operationId}" class="quiet-link grid gap-x-6 lg:grid-cols-[26rem_1fr]"><code class="break-all">${method} ${path}</code><span>${operation.summary}</span></a></li>`,
    )}</ol>
${rights()}
${routes.map((route) => section(route, origin))}
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

function section(route: Route, origin: string): Html {
  const { path, method, operation, takes, gives } = route;
  const { operationId: id, summary, description, responses } = operation;
  const answers = Object.entries(responses);
  return html`<section id="${id}" aria-labelledby="${id}-title" class="mt-14 scroll-mt-6">
<h2 id="${id}-title" class="text-xl font-semibold tracking-tight">${summary}</h2>
<p class="mt-1"><code class="break-all"><strong>${method}</strong> ${path}</code></p>
${description && html`<p class="prose">${words(description)}</p>`}
${codeBlock(`${id}-curl`, curl(origin, route), 'example')}
${takes && fields('Takes', takes, takes.required)}
${gives && fields('Answers', gives)}
<h3 class="mt-5 text-sm font-semibold">Status</h3>
<dl class="mt-1.5 grid grid-cols-[3rem_1fr] gap-y-1 text-[0.9375rem]">${answers.map(
    ([status, { description }]) =>
      html`<dt><code>${status}</code></dt><dd class="text-quiet">${words(description)}</dd>`,
  )}</dl>
</section>`;
}

function fields(title: string, schema: Schema, required?: readonly string[]): Html {
  return html`<h3 class="mt-5 text-sm font-semibold">${title}</h3>
<dl class="mt-1.5 grid gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-[11rem_1fr]">${fieldsOf(schema, required).map(
    ({ name, kind, text }) =>
      html`<dt><code>${name}</code> <span class="text-sm text-quiet">${kind}</span></dt>
<dd class="text-quiet">${words(text)}</dd>`,
  )}</dl>`;
}

/** Text with `code` in backticks. */
function words(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
}
