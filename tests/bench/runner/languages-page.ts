/** The page on which languages of packs are measured: one Runner, as a room has it. */
import { learnPacks } from '../../../components/runner/languages/packs.js';
import { Runner } from '../../../components/runner/runner.js';

/** What the page offers to those who measure it: milliseconds. */
export interface LanguagesPage {
  /** From a press to the end of a program of one line; the first time the pack is fetched, too. */
  hello(): Promise<number>;
  /** A program of one line in any language, and after how long its progress was told first. */
  helloIn(language: string): Promise<{ time: number; toldAfter: number }>;
  /** Of one of sixty lines, which is another one for each `end`. */
  sixtyLines(end: string): Promise<number>;
}

const HELLO: Readonly<Record<string, [fileName: string, code: string]>> = {
  python: ['main.py', 'print("hello")'],
  javascript: ['main.js', 'console.log("hello");'],
  typescript: ['main.ts', 'const text: string = "hello";\nconsole.log(text);'],
  sql: ['main.sql', "SELECT 'hello';"],
  lua: ['main.lua', 'print("hello")'],
  cpp: ['main.cpp', '#include <iostream>\nint main() { std::cout << "hello"; }\n'],
  postgres: ['main.sql', "SELECT 'hello';"],
};

/** With containers, as an interview has them. */
const PROGRAM = `#include <iostream>
#include <vector>
#include <map>
#include <unordered_map>
#include <string>
#include <algorithm>
#include <queue>
#include <set>
#include <sstream>
#include <numeric>
using namespace std;

struct Edge { int to; int weight; };

class Graph {
 public:
  explicit Graph(int n) : adjacent(n) {}
  void add(int a, int b, int w) { adjacent[a].push_back({b, w}); adjacent[b].push_back({a, w}); }
  vector<int> distances(int from) const {
    vector<int> best(adjacent.size(), INT32_MAX);
    priority_queue<pair<int, int>, vector<pair<int, int>>, greater<>> open;
    best[from] = 0;
    open.push({0, from});
    while (!open.empty()) {
      auto [distance, node] = open.top();
      open.pop();
      if (distance > best[node]) continue;
      for (const auto& edge : adjacent[node]) {
        int next = distance + edge.weight;
        if (next < best[edge.to]) { best[edge.to] = next; open.push({next, edge.to}); }
      }
    }
    return best;
  }
 private:
  vector<vector<Edge>> adjacent;
};

map<string, int> countWords(const string& text) {
  map<string, int> counts;
  istringstream in(text);
  for (string word; in >> word;) counts[word]++;
  return counts;
}

int main() {
  Graph graph(5);
  graph.add(0, 1, 4); graph.add(0, 2, 1); graph.add(2, 1, 2); graph.add(1, 3, 5); graph.add(3, 4, 3);
  for (int distance : graph.distances(0)) cout << distance << ' ';
  cout << endl;
  for (const auto& [word, count] : countWords("the cat and the dog and the bird")) cout << word << ": " << count << "\\n";
  unordered_map<int, set<string>> byLength;
  for (const auto& word : {"one", "two", "three", "four"}) byLength[string(word).size()].insert(word);
  vector<int> values{5, 3, 8, 1};
  sort(values.begin(), values.end(), [](int a, int b) { return a > b; });
  cout << accumulate(values.begin(), values.end(), 0) << " " << values.front() << " " << byLength[3].size() << "\\n";
  cout << "END\\n";
}
`;

const { host } = document.documentElement.dataset;
const runner = new Runner({ url: `${host}/sandbox/`, mount: document.body });
let runs = 0;

async function run(language: string, fileName: string, code: string): Promise<{ time: number; toldAfter: number }> {
  const began = performance.now();
  const since = () => performance.now() - began;
  await learnPacks(new URL('/packs/', host));
  runs += 1;
  let said = '';
  let toldAfter = Number.NaN;
  const output = (_kind: string, text: string) => (said += text);
  const progress = () => {
    if (Number.isNaN(toldAfter)) toldAfter = since();
  };
  const { state } = await runner.run({ id: `run-${runs}`, language, code, fileName }, { output, progress });
  if (state !== 'done') throw new Error(`A program ended as ${state}: ${said}`);
  return { time: since(), toldAfter };
}

const helloIn = (language: string) => run(language, ...(HELLO[language] ?? ['', '']));
const hello = async () => (await helloIn('cpp')).time;
const sixtyLines = async (end: string) => (await run('cpp', 'main.cpp', PROGRAM.replace('END', end))).time;

Object.assign(window, { hello, helloIn, sixtyLines } satisfies LanguagesPage);
