/** What the pages about the HTTP API read of its OpenAPI document, and how its parts are said in words. */

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

export interface Schema {
  type?: string;
  description?: string;
  default?: unknown;
  example?: unknown;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Route {
  path: string;
  method: string;
  operation: Operation;
  /** What its body holds, and what its first good answer does. */
  takes: Schema | undefined;
  gives: Schema | undefined;
}

export function routesOf(api: ApiDescription): Route[] {
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const good = Object.entries(operation.responses).find(([status]) => status < '300');
      const takes = operation.requestBody && schemaOf(api, operation.requestBody.content);
      const gives = good?.[1].content && schemaOf(api, good[1].content);
      return { path, method: method.toUpperCase(), operation, takes, gives };
    }),
  );
}

function schemaOf(api: ApiDescription, content: Content): Schema | undefined {
  const reference = Object.values(content)[0]?.schema.$ref;
  return api.components.schemas[reference?.split('/').at(-1) ?? ''];
}

/** Fields in rows: name, what kind of value, what it is. `required` only where it is asked for. */
export function fieldsOf(schema: Schema, required?: readonly string[]): { name: string; kind: string; text: string }[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    kind: `${kind(field)}${required?.includes(name) ? ', required' : ''}`,
    text: [field.description, choices(field), fallback(field)].filter(Boolean).join(' '),
  }));
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

/** A request as a command. */
export function curl(origin: string, { path, method, operation, takes }: Route): string {
  const address = (operation.parameters ?? []).reduce(
    (text, { name, schema }) => text.replace(`{${name}}`, String(schema.example)),
    path,
  );
  const lines = [`curl${method === 'GET' ? '' : ` -X ${method}`} ${origin}${address}`];
  if (operation.security?.some((one) => 'token' in one)) lines.push(`-H "Authorization: Bearer $TOKEN"`);
  if (takes) {
    const examples = Object.entries(takes.properties ?? {}).flatMap(([name, { example }]) =>
      example === undefined ? [] : [[name, example]],
    );
    lines.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(Object.fromEntries(examples))}'`);
  }
  return lines.join(' \\\n  ');
}
