/** JSON schemas of what interviewers decide over HTTP: roles, help, links and tokens. */
import { z } from '@hono/zod-openapi';
import { HELPS } from '../shared/help.js';
import { ROLES } from '../shared/roles.js';
import { HELP_WORDS } from './schemas.js';

export const NewRole = z
  .strictObject({
    role: z
      .enum(['candidate', 'observer'], 'Send "candidate" or "observer". Interviewers join with their own link.')
      .openapi({ description: 'What the person may do from now on.', example: 'observer' }),
  })
  .openapi('NewRole');

export const NewHelp = z
  .strictObject({ help: z.enum(HELPS, HELP_WORDS).openapi({ description: 'How much the editor helps from now on.' }) })
  .openapi('NewHelp');

export const LinkRole = z
  .enum(ROLES, 'There are links for interviewer, candidate, observer and assistant.')
  .openapi({ param: { name: 'role', in: 'path' }, example: 'candidate' });

export const NewLink = z.object({ link: z.url() }).openapi('NewLink');

export const Revocation = z
  .strictObject({
    jti: z
      .string()
      .min(1, 'Send the "jti" of the token.')
      .max(128, 'A "jti" has at most 128 characters.')
      .openapi({ description: 'The id in the token.', example: '4c0ea6a2-2f9e-4a0e-9c57-0d0cf2a5d7c1' }),
  })
  .openapi('Revocation');
