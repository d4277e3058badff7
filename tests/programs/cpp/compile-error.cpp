#include <iostream>
#include <vector>

int total(const std::vector<int>& values) {
  int sum = 0;
  for (int value : values) sum += value;
  return sum;
}

int main() {
  std::vector<int> values{1, 2, 3};
  std::cout << totl(values) << std::endl;
  return missing;
}
