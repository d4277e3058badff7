function load() {
  await fetchIt();
}
load();
