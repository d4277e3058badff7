export type Data = { [name: string]: string | number | null | Data | Data[] };

/** The template with its fields replaced. */
export function fill(template: string, data: Data): string {
  let letter = template;
  for (const [name, value] of Object.entries(data))
    letter = letter.replaceAll(`{{${name}}}`, String(value));
  return letter;
}
