// Node's errors for invalid arguments.

export function wrongType(name: string, wanted: string, value: unknown): TypeError {
  const kind = typeof value;
  const received =
    value === null || value === undefined
      ? String(value)
      : kind === 'function'
        ? `function ${(value as { name: string }).name}`
        : kind === 'object'
          ? `an instance of ${(value as object).constructor?.name ?? 'Object'}`
          : `type ${kind} (${kind === 'string' ? `'${String(value)}'` : String(value)})`;
  const error = new TypeError(`The "${name}" argument must be ${wanted}. Received ${received}`);
  return Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' });
}
