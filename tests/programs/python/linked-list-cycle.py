class ListNode:
    def __init__(self, val=0, next=None):
        self.val, self.next = val, next
    def __repr__(self):
        out, seen, node = [], set(), self
        while node and id(node) not in seen:
            seen.add(id(node)); out.append(str(node.val)); node = node.next
        return " -> ".join(out) + (" -> ..." if node else "")

def build(xs):
    dummy = tail = ListNode()
    for x in xs:
        tail.next = ListNode(x); tail = tail.next
    return dummy.next

def reverse(head):
    prev = None
    while head:
        head.next, prev, head = prev, head, head.next
    return prev

def has_cycle(head):
    slow = fast = head
    while fast and fast.next:
        slow, fast = slow.next, fast.next.next
        if slow is fast: return True
    return False

h = reverse(build([1, 2, 3])); print(h, has_cycle(h))
h.next.next.next = h; print(h, has_cycle(h))
