export const label = (s: TemplateStringsArray, ...v: unknown[]): string => s.raw.join('|') + v;
