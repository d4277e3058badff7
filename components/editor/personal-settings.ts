// How a person likes to write: kept in this browser, for every room, and told to nobody.

/** `fontSize` is in pixels, and null as the page has it. An `indent` of null is what the language usually has, a number so many spaces. */
export interface PersonalSettings {
  keys: 'standard' | 'vim' | 'emacs';
  fontSize: number | null;
  wrap: boolean;
  tabSize: number;
  indent: 'tabs' | number | null;
  ligatures: boolean;
}

const KEY = 'code-room:editor';
export const KEYS = ['standard', 'vim', 'emacs'] as const;
export const FONT_SIZES = [10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32] as const;
export const WIDTHS = [2, 3, 4, 8] as const;

const USUAL: PersonalSettings = {
  keys: 'standard',
  fontSize: null,
  wrap: false,
  tabSize: 4,
  indent: null,
  ligatures: false,
};

type Checks = { [Name in keyof PersonalSettings]: (value: unknown) => value is PersonalSettings[Name] };

const isOneOf =
  <T>(...values: readonly T[]) =>
  (value: unknown): value is T =>
    values.some((one) => one === value);

/** What was kept may be of another version, or of another page of this origin. */
const checks: Checks = {
  keys: isOneOf(...KEYS),
  fontSize: isOneOf(null, ...FONT_SIZES),
  wrap: isOneOf<boolean>(true, false),
  tabSize: isOneOf<number>(...WIDTHS),
  indent: isOneOf<'tabs' | number | null>(null, 'tabs', ...WIDTHS),
  ligatures: isOneOf<boolean>(true, false),
};

const names = Object.keys(checks) as (keyof PersonalSettings)[];

/** Fires `change`, also when another tab of this browser changes them. */
class KeptSettings extends EventTarget {
  #value: PersonalSettings = kept();

  constructor() {
    super();
    globalThis.addEventListener?.('storage', (event) => {
      // A null key: all of the storage was emptied.
      if (event.key === KEY || event.key === null) this.#become(kept());
    });
  }

  get value(): Readonly<PersonalSettings> {
    return this.#value;
  }

  /** What is no such setting is left out. */
  change(wanted: Partial<PersonalSettings>): void {
    const value = checked(wanted, this.#value);
    try {
      localStorage.setItem(KEY, JSON.stringify(value));
    } catch {
      // Full or forbidden: after a reload all is as usual, and that is all.
    }
    this.#become(value);
  }

  #become(value: PersonalSettings): void {
    if (names.every((name) => value[name] === this.#value[name])) return;
    this.#value = value;
    this.dispatchEvent(new Event('change'));
  }
}

function kept(): PersonalSettings {
  try {
    return checked(JSON.parse(localStorage.getItem(KEY) ?? '{}'), USUAL);
  } catch {
    return USUAL; // Storage is forbidden here, as in a sandboxed frame, or holds something else.
  }
}

function checked(value: unknown, otherwise: PersonalSettings): PersonalSettings {
  const given = typeof value === 'object' && value !== null ? value : {};
  const fitting = names.filter((name) => checks[name](Reflect.get(given, name)));
  return { ...otherwise, ...Object.fromEntries(fitting.map((name) => [name, Reflect.get(given, name)])) };
}

export const personalSettings: KeptSettings = new KeptSettings();
