// Whether a program looks for its own file, which is written only then where there are no others: most never ask for it.

const LOOKS =
  /\b__file__\b|\b(?:listdir|scandir|iterdir|r?glob|iglob)\b|\b(?:os|root|path|Path\(\)|cwd\(\))\.walk\b|\bargv\[0\]|\barg\[0\]/;

export function looksForItself({ code, fileName }: { code: string; fileName: string }): boolean {
  return LOOKS.test(code) || code.includes(fileName);
}
