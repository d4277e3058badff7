/** Entries such as "bread 1, 3-5", by the alphabet. */
export function wordIndex(lines, without) {
  const leftOut = new Set(without.map((word) => word.toLowerCase()));
  const places = new Map();
  for (const [index, line] of lines.entries()) {
    for (const word of new Set(line.toLowerCase().match(/[a-z]{2,}/g) ?? [])) {
      if (leftOut.has(word)) continue;
      const numbers = places.get(word);
      if (numbers) numbers.push(index + 1);
      else places.set(word, [index + 1]);
    }
  }
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([word, numbers]) => `${word} ${ranges(numbers)}`);
}

/** Rising numbers as a text; three or more in a row as a range. */
function ranges(numbers) {
  const runs = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs
    .map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(', ')))
    .join(', ');
}
