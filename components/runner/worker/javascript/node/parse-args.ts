// Node's `util.parseArgs`.

interface Option {
  type: 'boolean' | 'string';
  short?: string;
  multiple?: boolean;
  default?: unknown;
}

interface Config {
  args?: string[];
  options?: Record<string, Option>;
  strict?: boolean;
  allowPositionals?: boolean;
  allowNegative?: boolean;
}

export function parseArgs({
  args,
  options = {},
  strict = true,
  allowPositionals = !strict,
  allowNegative,
}: Config = {}) {
  const values: Record<string, unknown> = Object.create(null);
  const positionals: string[] = [];
  const given = [...(args ?? process.argv.slice(2))];
  const fail = (code: string, sentence: string) => Object.assign(new TypeError(sentence), { code });
  const store = (name: string, value: unknown) => {
    if (!options[name]?.multiple) values[name] = value;
    else values[name] = [...((values[name] as unknown[]) ?? []), value];
  };
  const take = (name: string, shown: string, inline?: string) => {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option && strict) throw fail('ERR_PARSE_ARGS_UNKNOWN_OPTION', `Unknown option '${shown}'`);
    if (option?.type === 'string') {
      const value = inline ?? given.shift();
      if (value === undefined && strict) {
        throw fail('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', `Option '${shown} <value>' argument missing`);
      }
      store(name, value ?? true);
    } else {
      if (inline !== undefined && strict) {
        throw fail('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', `Option '${shown}' does not take an argument`);
      }
      store(name, inline ?? true);
    }
  };
  for (let arg = given.shift(); arg !== undefined; arg = given.shift()) {
    const [, long, , inline] = /^--([^=]+)(=([\s\S]*))?$/.exec(arg) ?? [];
    if (arg === '--') positionals.push(...given.splice(0));
    else if (long !== undefined && allowNegative && long.startsWith('no-') && options[long.slice(3)]) {
      store(long.slice(3), false);
    } else if (long !== undefined) take(long, `--${long}`, inline);
    else if (/^-[^-]/.test(arg)) takeShort(arg.slice(1));
    else if (allowPositionals) positionals.push(arg);
    else {
      const sentence = `Unexpected argument '${arg}'. This command does not take positional arguments`;
      throw fail('ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', sentence);
    }
  }
  for (const [name, option] of Object.entries(options)) {
    if (option.default !== undefined && !Object.hasOwn(values, name)) values[name] = option.default;
  }
  return { values, positionals };

  /** Several short options may be combined; the rest after one that takes a value is its value. */
  function takeShort(characters: string): void {
    for (let at = 0; at < characters.length; at++) {
      const character = characters[at] ?? '';
      const [name = character, option] = Object.entries(options).find(([, each]) => each.short === character) ?? [];
      const rest = characters.slice(at + 1);
      if (option?.type === 'string' && rest !== '') return take(name, `-${character}`, rest);
      take(name, `-${character}`);
    }
  }
}

declare const process: { argv: string[] };
