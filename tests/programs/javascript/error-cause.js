async function load() {
  throw new Error('disk is full');
}
async function main() {
  try {
    await load();
  } catch (cause) {
    throw new Error('cannot save', { cause });
  }
}
main();
