/** JSON schema of a room's diagnostics. */
import { z } from '@hono/zod-openapi';
import { DOCUMENT_KINDS, SCORECARD_KINDS } from '../shared/document-kinds.js';

const count = z.int().min(0);
const ms = z.int().openapi({ description: 'Milliseconds since 1970.', example: 1795426200000 });
export const DiagnosticsData = z
  .object({
    room: z
      .string()
      .openapi({ description: 'The beginning of its id, as in the log of the server.', example: 'mU0pXq' }),
    version: z.string().openapi({ example: '0.1.0' }),
    protocol: z.int(),
    engine: z.string().openapi({ example: 'partyserver' }),
    kind: z.enum(['made', 'embedded', 'open']),
    state: z.enum(['open', 'ended']),
    locked: z.boolean(),
    lobby: z.boolean(),
    createdAt: ms,
    expiresAt: ms,
    epoch: z
      .string()
      .openapi({ description: 'Names the history of the room; a different one means that the room was made again.' }),
    starts: count.openapi({ description: 'How often it has been started; a wake from sleep is none.' }),
    since: ms.openapi({ description: 'When it came into memory, and counting began. Milliseconds since 1970.' }),
    people: z.object({ interviewer: count, candidate: count, observer: count, assistant: count }),
    connections: count,
    waiting: count,
    known: count.openapi({ description: 'People it remembers.' }),
    documents: z
      .array(
        z.object({
          id: z.int(),
          kind: z.enum(['file', ...DOCUMENT_KINDS, ...SCORECARD_KINDS]),
          version: count,
          durable: count.openapi({ description: 'The version that is on disk.' }),
          bytes: count,
          historyBytes: count,
        }),
      )
      .openapi({ description: 'Sizes of texts and of their past, without a word of them.' }),
    journal: z.object({ failing: z.boolean(), writing: z.boolean(), failures: count, savedAt: ms.optional() }),
    run: z
      .object({ id: z.string(), state: z.string(), language: z.string(), startedAt: ms, outputPieces: count })
      .optional(),
    refused: z
      .record(z.string(), count)
      .openapi({ description: 'Refusals by reason, and closes as `closed` with their code; PROTOCOL.md tells them.' }),
    held: count.openapi({ description: 'Edits that wait because they came too fast.' }),
    webhooks: count.openapi({ description: 'Messages to webhooks that have not been taken yet.' }),
  })
  .openapi('Diagnostics');
