#include <bits/stdc++.h>
using namespace std;

int main() {
  int cities, roads;
  cin >> cities >> roads;
  vector<vector<pair<int, long long>>> graph(cities);
  for (int i = 0; i < roads; ++i) {
    int from, to;
    long long length;
    cin >> from >> to >> length;
    graph[from].push_back({to, length});
    graph[to].push_back({from, length});
  }
  vector<long long> best(cities, LLONG_MAX);
  priority_queue<pair<long long, int>, vector<pair<long long, int>>, greater<>> open;
  best[0] = 0;
  open.push({0, 0});
  while (!open.empty()) {
    auto [distance, city] = open.top();
    open.pop();
    if (distance > best[city]) continue;
    for (auto [next, length] : graph[city]) {
      if (distance + length >= best[next]) continue;
      best[next] = distance + length;
      open.push({best[next], next});
    }
  }
  for (int city = 0; city < cities; ++city) {
    printf("%d: ", city);
    if (best[city] == LLONG_MAX) puts("unreachable");
    else printf("%lld\n", best[city]);
  }
}
