/** By the alphabet, so that the first way found to a field is the first by the alphabet. */
const STEPS = [
  { name: 'D', down: 1, right: 0 },
  { name: 'L', down: 0, right: -1 },
  { name: 'R', down: 0, right: 1 },
  { name: 'U', down: -1, right: 0 },
];

/** The shortest way from S to G, the first by the alphabet; null if there is none. */
export function route(lines) {
  const width = lines[0].length;
  const fields = lines.join('');
  const start = fields.indexOf('S');
  const cameBy = new Map([[start, null]]);
  const queue = [start];
  // It grows while it is walked through.
  for (const field of queue) {
    if (fields[field] === 'G') return wayTo(field, width, cameBy);
    for (const step of STEPS) {
      const row = Math.floor(field / width) + step.down;
      const column = (field % width) + step.right;
      const there = row * width + column;
      const inside = row >= 0 && row < lines.length && column >= 0 && column < width;
      if (!inside || cameBy.has(there) || fields[there] === '#') continue;
      cameBy.set(there, step);
      queue.push(there);
    }
  }
  return null;
}

function wayTo(goal, width, cameBy) {
  const names = [];
  let field = goal;
  for (let step = cameBy.get(field); step; step = cameBy.get(field)) {
    names.push(step.name);
    field -= step.down * width + step.right;
  }
  return names.reverse().join('');
}
