from __future__ import annotations
from collections import deque
from dataclasses import dataclass


@dataclass
class Node:
    value: int
    left: Node | None = None
    right: Node | None = None

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child:
            child.insert(value)
        else:
            setattr(self, side, Node(value))
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def __contains__(self, value):
        if value == self.value:
            return True
        child = self.left if value < self.value else self.right
        return child is not None and value in child


def levels(root):
    queue = deque([root])
    while queue:
        yield [node.value for node in queue]
        queue = deque(child for node in queue for child in (node.left, node.right) if child)


def depth(node):
    return 1 + max(depth(node.left), depth(node.right)) if node else 0


def serialize(node):
    return f"{node.value},{serialize(node.left)},{serialize(node.right)}" if node else "#"


def deserialize(text):
    def build(tokens):
        token = next(tokens)
        return None if token == "#" else Node(int(token), build(tokens), build(tokens))

    return build(iter(text.split(",")))


def is_balanced(node):
    def check(n):
        if not n:
            return 0
        l, r = check(n.left), check(n.right)
        return -1 if -1 in (l, r) or abs(l - r) > 1 else 1 + max(l, r)

    return check(node) != -1


root = Node(8)
for v in (3, 10, 1, 6, 14, 4, 7, 13):
    root.insert(v)
print(list(root), list(levels(root)), depth(root), 7 in root, 5 in root, is_balanced(root))
print(serialize(root), deserialize(serialize(root)) == root)
print(Node(1, Node(2)))
