/** The HTTP API as an OpenAPI 3.1 document. */
import type { OpenAPIHono } from '@hono/zod-openapi';

export function describeApi(api: OpenAPIHono) {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'code-room',
      version: '1',
      description:
        'Makes live coding rooms and reads them. Refusals are problem documents (RFC 9457) whose `detail` says what to do.',
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
  });
  document.components = {
    ...document.components,
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'The token that the secret of a link is exchanged for.' },
      makersKey: { type: 'http', scheme: 'bearer', description: 'The value of `CODE_ROOM_MAKERS`, where it is a key.' },
    },
  };
  return document;
}
