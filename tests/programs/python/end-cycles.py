class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)

ring = Node("ring")
ring.next = ring
alone = Node("alone")
alone = None
print("end")
