/** The colours of people: a number on the wire, these values on the screen. */

/** Based on the Okabe–Ito palette, but darker: white text has a contrast of at least 4.5. */
export const COLORS = ['#0b63c5', '#a4450a', '#0a7a52', '#9b2f86', '#6a5200', '#5b46c9', '#b3243b', '#00707f'] as const;

export function personColor(color: number): string {
  return COLORS[color % COLORS.length] ?? COLORS[0];
}
