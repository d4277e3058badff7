// Numbers of WASI's first preview that more than one file uses.

export const ERRNO = {
  success: 0,
  badFile: 8,
  exists: 20,
  invalid: 28,
  isFolder: 31,
  noEntry: 44,
  notSupported: 58,
  notFolder: 54,
  notEmpty: 55,
  pipe: 64,
  outside: 76,
} as const;

export const FILE_TYPE = { terminal: 2, folder: 3, file: 4 } as const;
