/** The template with its fields replaced. */
export function fill(template, data) {
  const letter = [];
  write(parse(template), [data], letter);
  return letter.join('');
}

/** Texts, fields and parts; a part holds such a list again. */
function parse(template) {
  const around = [];
  let inner = [];
  let at = 0;
  for (const tag of template.matchAll(/\{\{\{\{|\{\{\s*([#/]?)([\w.]+)\s*\}\}/g)) {
    inner.push(template.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [, kind, name] = tag;
    if (name === undefined) inner.push('{{');
    else if (kind === '#') {
      const part = { part: name, inner: [] };
      inner.push(part);
      around.push(inner);
      inner = part.inner;
    } else if (kind === '/') inner = around.pop() ?? [];
    else inner.push({ field: name });
  }
  inner.push(template.slice(at));
  return inner;
}

function write(pieces, scopes, letter) {
  for (const piece of pieces) {
    if (typeof piece === 'string') letter.push(piece);
    else if ('field' in piece) {
      const value = find(piece.field, scopes);
      if (typeof value === 'string' || typeof value === 'number') letter.push(String(value));
    } else {
      const value = find(piece.part, scopes);
      if (Array.isArray(value))
        for (const item of value) write(piece.inner, [...scopes, item], letter);
    }
  }
}

/** Goes from the innermost object outwards, then down the way of the name. */
function find(name, scopes) {
  const [first = '', ...rest] = name.split('.');
  const scope = [...scopes].reverse().find((one) => Object.hasOwn(one, first));
  let value = scope?.[first];
  for (const step of rest) {
    const inside = typeof value === 'object' && value !== null && !Array.isArray(value);
    value = inside && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}
