// Read once for all programs: the whole library, and its templates as most programs use them, which so are made for none anew.
// More types here make each compilation faster that uses them, and the pack larger: a container is some 100 kB of it.
#pragma once
#include <bits/stdc++.h>

namespace code_room {

template <class V, class T>
inline void use_vector(T value) {
  V all;
  V some(3), same(3, value), listed{value, value}, copied(listed), moved(std::move(copied));
  all.push_back(value);
  all.emplace_back(value);
  all.pop_back();
  all.resize(3);
  all.reserve(3);
  all.clear();
  all.insert(all.begin(), value);
  all.erase(all.begin());
  some = same;
  some = std::move(same);
  if (!some.empty() && some.size() > 1) std::swap(some[0], some.back()), some.at(0) = some.front();
  const V &fixed = some;
  for (const auto &each : fixed) (void)each;
  for (auto &each : some) each = fixed[0];
  (void)(some == all);
}

template <class V, class T>
inline void use_order(T value) {
  V all(3, value);
  std::sort(all.begin(), all.end());
  std::reverse(all.begin(), all.end());
  (void)std::max_element(all.begin(), all.end());
  (void)std::find(all.begin(), all.end(), value);
  (void)std::max(value, value);
  (void)std::min(value, value);
}

template <class M, class K>
inline void use_map(K key) {
  M all{{key, 1}}, copied(all);
  all[key]++;
  all.insert({key, 1});
  all.emplace(key, 1);
  (void)all.count(key), (void)all.contains(key), (void)all.at(key), (void)all.size(), (void)all.empty();
  if (auto found = all.find(key); found != all.end()) found->second = 1;
  for (auto &[name, value] : all) value = 1;
  for (const auto &[name, value] : copied) (void)value;
  all.erase(key);
  all = copied;
}

template <class S, class T>
inline void use_set(T value) {
  S all{value, value}, copied(all);
  all.insert(value);
  (void)all.count(value), (void)all.contains(value), (void)all.size(), (void)all.empty(), (void)(all.find(value) == all.end());
  for (const auto &each : all) (void)each;
  all.erase(value);
  all = copied;
}

inline void use() {
  using namespace std;
  use_vector<vector<int>>(1);
  use_vector<vector<string>>(string());
  use_vector<vector<vector<int>>>(vector<int>());
  use_order<vector<int>>(1);
  use_order<vector<string>>(string());
  use_map<map<string, int>>(string());
  use_map<map<int, int>>(1);
  use_map<unordered_map<string, int>>(string());
  use_map<unordered_map<int, int>>(1);
  use_map<unordered_map<char, int>>('a');
  use_set<set<int>>(1);
  use_set<set<string>>(string());
  use_set<unordered_set<int>>(1);
  queue<int> line;
  line.push(1), line.pop(), (void)line.front(), (void)line.empty(), (void)line.size();
  stack<int> pile;
  pile.push(1), pile.pop(), (void)pile.top(), (void)pile.empty(), (void)pile.size();
  priority_queue<int> heap;
  heap.push(1), heap.pop(), (void)heap.top(), (void)heap.empty();
  priority_queue<pair<int, int>, vector<pair<int, int>>, greater<>> least;
  least.push({1, 2}), least.pop(), (void)least.top(), (void)least.empty();
  (void)accumulate(vector<int>().begin(), vector<int>().end(), 0);
  string text = "a" + string("b") + 'c', line_of_text;
  text += "d", text += 'e', text += text, text = text + text;
  (void)(text == "a"), (void)(text < text), (void)text.substr(1, 2), (void)text.find('a'), (void)to_string(1), (void)stoi(text);
  for (auto &each : text) each = 'a';
  reverse(text.begin(), text.end());
  sort(text.begin(), text.end());
  int number = 0;
  cin >> number >> text;
  getline(cin, line_of_text);
  cout << text << "a" << 'b' << number << 1LL << 1.0 << true << endl << setw(3) << setprecision(2) << fixed << "\n";
  istringstream in(text);
  in >> text >> number;
  ostringstream out;
  out << text << number;
  (void)out.str();
}

}  // namespace code_room
