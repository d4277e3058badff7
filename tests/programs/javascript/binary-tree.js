function build(values) {
  const nodes = values.map((v) => (v === null ? null : { val: v, left: null, right: null }));
  const kids = nodes.slice(1);
  for (const n of nodes) if (n) { n.left = kids.shift() ?? null; n.right = kids.shift() ?? null; }
  return nodes[0];
}
const tree = build([3, 9, 20, null, null, 15, 7]);
console.dir(tree, { depth: null });
const depth = (t) => (t ? 1 + Math.max(depth(t.left), depth(t.right)) : 0);
const inorder = (t, out = []) => { if (t) { inorder(t.left, out); out.push(t.val); inorder(t.right, out); } return out; };
console.log(depth(tree), inorder(tree), tree);
