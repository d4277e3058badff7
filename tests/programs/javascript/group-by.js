const people = [
  { name: 'Ada', age: 36, tags: new Set(['math']) },
  { name: 'Bob', age: 17, tags: new Set() },
  { name: 'Cyd', age: 36, tags: new Set(['go', 'js']) },
];
const byAge = people.reduce((acc, p) => ({ ...acc, [p.age]: [...(acc[p.age] || []), p.name] }), {});
console.log(byAge);
console.log(people);
console.log(people.map(({ name, ...rest }) => rest));
console.log(Object.entries(byAge).sort(([a], [b]) => b - a));
console.log(people.toSorted((a, b) => a.name < b.name ? 1 : -1).map((p) => p.name));
