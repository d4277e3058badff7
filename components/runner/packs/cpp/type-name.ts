// Names of types as the ABI writes them, as people write them.

const SIMPLE: Record<string, string> = {
  ...{
    v: 'void',
    b: 'bool',
    c: 'char',
    a: 'signed char',
    h: 'unsigned char',
    s: 'short',
    t: 'unsigned short',
    i: 'int',
  },
  ...{ j: 'unsigned int', l: 'long', m: 'unsigned long', x: 'long long', y: 'unsigned long long', f: 'float' },
  ...{ d: 'double', e: 'long double', w: 'wchar_t', Dn: 'std::nullptr_t' },
};
const STRING = /^NSt3__212basic_stringI\w+$/;

/** `St13runtime_error` is `std::runtime_error`; what is not understood stays as it is. */
export function typeName(mangled: string): string {
  if (STRING.test(mangled)) return 'std::string';
  const simple = SIMPLE[mangled];
  if (simple) return simple;
  if (mangled.startsWith('PK')) return `${typeName(mangled.slice(2))} const*`;
  if (mangled.startsWith('P')) return `${typeName(mangled.slice(1))}*`;
  const parts: string[] = [];
  let rest = mangled;
  if (rest.startsWith('N') && rest.endsWith('E')) rest = rest.slice(1, -1);
  if (rest.startsWith('St')) {
    parts.push('std');
    rest = rest.slice(2);
  }
  while (rest !== '') {
    const [digits] = /^\d+/.exec(rest) ?? [];
    if (!digits) return mangled;
    const end = digits.length + Number(digits);
    const name = rest.slice(digits.length, end);
    if (name !== '__2') parts.push(name === '_GLOBAL__N_1' ? '(anonymous namespace)' : name);
    rest = rest.slice(end);
  }
  return parts.join('::');
}
