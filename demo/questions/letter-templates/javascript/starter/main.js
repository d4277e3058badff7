/** The template with its fields replaced. */
export function fill(template, data) {
  let letter = template;
  for (const [name, value] of Object.entries(data))
    letter = letter.replaceAll(`{{${name}}}`, String(value));
  return letter;
}
