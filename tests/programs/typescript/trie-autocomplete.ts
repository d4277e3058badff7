class TrieNode {
  children: Map<string, TrieNode> = new Map();
  end = false;
}
class Trie {
  private readonly root = new TrieNode();
  constructor(words: Iterable<string> = []) { for (const w of words) this.insert(w); }
  insert(word: string): void {
    let node = this.root;
    for (const ch of word) {
      let next = node.children.get(ch);
      if (!next) node.children.set(ch, (next = new TrieNode()));
      node = next;
    }
    node.end = true;
  }
  complete(prefix: string, limit = 3): string[] {
    let node: TrieNode | undefined = this.root;
    for (const ch of prefix) if (!(node = node?.children.get(ch))) return [];
    const out: string[] = [];
    const walk = (n: TrieNode, text: string): void => {
      if (out.length === limit) return;
      if (n.end) out.push(text);
      for (const [ch, child] of [...n.children].sort()) walk(child, text + ch);
    };
    walk(node!, prefix);
    return out;
  }
}
const trie = new Trie(['car', 'card', 'cart', 'cat', 'dog']);
console.log(trie.complete('ca'), trie.complete('car', 10), trie.complete('x'));
console.log(new Trie(['a']));
