async function load(id: number): Promise<{ id: number }> {
  if (id > 1) throw new RangeError(`no user ${id}`);
  return { id };
}
async function main() {
  console.log(await load(1));
  console.log(await load(2));
}
main();
