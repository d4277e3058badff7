/** JSON schemas of a rehearsal: whether a room is made with one, and what whoever waits is told. */
import { z } from '@hono/zod-openapi';

export const NewRehearsal = z.boolean().optional().openapi({
  description:
    'Whether new people wait while no interviewer is in the room; it opens to them by itself as soon as one is. On the host they try everything in the meantime in a room of their own, which nobody sees.',
});

/** Fields of a room's facts. */
export const Rehearsal = {
  rehearsal: z.boolean().optional().openapi({
    description: 'New people wait while no interviewer is in the room; left out where they do not.',
  }),
  expected: z.array(z.string()).optional().openapi({
    description: 'For somebody who waits: the names of interviewers who have been here; left out when there are none.',
  }),
};
