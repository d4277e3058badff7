/** JSON schemas of the activity log and of private time, in a room's settings and in its history. */
import { z } from '@hono/zod-openapi';
import { ACTIVITY_KINDS, ACTIVITY_LEVELS } from '../shared/activity.js';

const time = z.int().openapi({ description: 'Milliseconds since 1970.', example: 1795426200000 });

/** What a room is made with. */
export const log = z.enum(ACTIVITY_LEVELS, 'Choose "off", "minimal" or "full".').optional().openapi({
  description:
    'The activity log: `off`, the default; `minimal`, which notes how much candidates paste from outside the room or otherwise put in at once, and in which file; `full`, which also notes the line, and when the page is out of sight for long. Candidates are told before they join, read the same lines, and may say something to each.',
});

/** What a room says of itself. */
export const loggedAs = z
  .enum(ACTIVITY_LEVELS)
  .optional()
  .openapi({ description: 'What the activity log notes; left out where there is none.' });

export const stamp = { id: z.int(), by: z.string(), name: z.string(), at: time };

export const noted = {
  activityLog: z
    .array(
      z.object({
        ...stamp,
        kind: z.enum(ACTIVITY_KINDS).openapi({
          description: 'Pasted from outside the room, put in at once in another way, or away from the page.',
        }),
        count: z.int().openapi({ description: 'How many times within a minute; the amounts are those of all.' }),
        until: time.openapi({ description: 'When the last of them was.' }),
        characters: z.int(),
        lines: z.int(),
        file: z.string(),
        line: z.int().openapi({ description: 'Counted from 1; 0 where the log is minimal.' }),
        seconds: z.int().openapi({ description: 'Away from the page.' }),
        why: z.string().openapi({ description: 'What the candidate says to it.' }),
      }),
    )
    .optional()
    .openapi({ description: 'The activity log; left out when nothing was noted.' }),
  focus: z
    .array(z.object({ ...stamp, until: time, endedAt: time.optional() }))
    .optional()
    .openapi({
      description:
        'Times in which a candidate was alone with the code: over at `until`, or when they ended it before that.',
    }),
};
