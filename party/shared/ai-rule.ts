/** Whether people may use AI in a room: decided when it is made, and told to everybody before they join. */
export const AI_RULES = ['off', 'allowed', 'required'] as const;
export type AiRule = (typeof AI_RULES)[number];
