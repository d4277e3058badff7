/** Whether people may use AI in a room: decided when it is made, and said at the door. */
export const AI_RULES = ['off', 'allowed', 'required'] as const;
export type AiRule = (typeof AI_RULES)[number];
