/** Sentences with values in braces, so that a table of them can be translated: `{seconds}`, or `{seconds:second|seconds}` with its unit. */

/** The names in the braces of a sentence. */
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}:${string}` ? Bare : Name) | NamesIn<Rest>
  : never;

/** The values of a sentence, as last parameters of a function; none if it has no braces. */
export type ValuesOf<S> = [NamesIn<S>] extends [never] ? [] : [values: Readonly<Record<NamesIn<S>, string | number>>];

const VALUE = /\{(\w+)(?::([^|}]+)\|([^}]+))?\}/g;

export function fill(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(VALUE, (_, name: string, one?: string, many?: string) => {
    const value = values[name] ?? '';
    return many ? `${value} ${`${value}` === '1' ? one : many}` : String(value);
  });
}
