class TreeNode {
  val: number
  left: TreeNode | null
  right: TreeNode | null
  constructor(val?: number, left?: TreeNode | null, right?: TreeNode | null) {
    this.val = (val === undefined ? 0 : val)
    this.left = (left === undefined ? null : left)
    this.right = (right === undefined ? null : right)
  }
}
function invertTree(root: TreeNode | null): TreeNode | null {
  if (!root) return null;
  [root.left, root.right] = [invertTree(root.right), invertTree(root.left)];
  return root;
}
const levels = (root: TreeNode | null): number[][] => {
  const out: number[][] = [];
  const walk = (n: TreeNode | null, d: number): void => {
    if (!n) return;
    (out[d] ??= []).push(n.val);
    walk(n.left, d + 1);
    walk(n.right, d + 1);
  };
  walk(root, 0);
  return out;
};
const t = new TreeNode(4, new TreeNode(2, new TreeNode(1), new TreeNode(3)), new TreeNode(7));
console.log(levels(t), levels(invertTree(t)));
console.log(t);
