/** Who may do what in a room: one table, enforced by the room, shown by the element; what is not listed is refused. */

export const ROLES = ['interviewer', 'candidate', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** What a person can ask of a room, beyond reading it. */
export type Action = 'edit' | 'run' | 'answer' | 'describe' | 'seed' | 'point' | 'rename' | 'delete';

const TABLE: Readonly<Record<Role, readonly Action[]>> = {
  interviewer: ['edit', 'run', 'answer', 'describe', 'seed', 'point', 'rename', 'delete'],
  candidate: ['edit', 'run', 'answer', 'describe', 'seed', 'point', 'rename'],
  observer: ['point', 'rename'],
};

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

export function may(role: Role, action: Action): boolean {
  return TABLE[role].includes(action);
}
