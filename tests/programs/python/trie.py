class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for ch in word:
            node = node.setdefault(ch, {})
        node['$'] = True

    def search(self, word):
        node = self._walk(word)
        return node is not None and '$' in node

    def starts_with(self, prefix):
        return self._walk(prefix) is not None

    def _walk(self, text):
        node = self.root
        for ch in text:
            if ch not in node:
                return None
            node = node[ch]
        return node

t = Trie()
for w in "apple app apt bat".split():
    t.insert(w)
print(t.search("app"), t.search("ap"), t.starts_with("ap"), t.search("bats"))
import json
print(json.dumps(t.root, indent=1, sort_keys=True))
