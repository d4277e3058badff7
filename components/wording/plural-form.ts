// Which form of a word goes with a number, in any language.

/** The order of the forms of a word in a table: those of these that the language has. */
export const FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** `tag` is the language as `Intl` knows it. */
export function pluralForm(lang: string): { tag: string; form(count: number): number } {
  const rules = rulesOf(lang);
  const { pluralCategories, locale } = rules.resolvedOptions();
  const forms = FORMS.filter((form) => pluralCategories.includes(form));
  return { tag: locale, form: (count) => forms.indexOf(rules.select(count)) };
}

/** A `lang` may be anything, and `Intl` throws for what is no tag. */
function rulesOf(tag: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(tag);
  } catch {
    return new Intl.PluralRules('en');
  }
}
