/** Sentences with values in braces, so that a table of them can be translated: `{seconds}`, or `{seconds:second|seconds}` with its unit. */

/** The names in the braces of a sentence. */
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}:${string}` ? Bare : Name) | NamesIn<Rest>
  : never;

/** The values of a sentence, as last parameters of a function; none if it has no braces. */
export type ValuesOf<S> = [NamesIn<S>] extends [never] ? [] : [values: Readonly<Record<NamesIn<S>, string | number>>];

const VALUE = /\{(\w+)(?::([^}]+))?\}/g;

/**
 * The unit has a form for each kind of number; the last serves for all further ones. The number stands before it, or where a form has `#`.
 * `formOf` says which form a number needs; in English, 1 needs the first and all others the second.
 */
export function fill(
  sentence: string,
  values: Readonly<Record<string, string | number>> = {},
  formOf: (count: number) => number = (count) => (count === 1 ? 0 : 1),
): string {
  return sentence.replace(VALUE, (_, name: string, unit?: string) => {
    const value = `${values[name] ?? ''}`;
    if (!unit) return value;
    const forms = unit.split('|');
    const form = forms[Math.min(formOf(+value), forms.length - 1)] ?? '';
    return unit.includes('#') ? form.replace('#', value) : `${value} ${form}`;
  });
}
