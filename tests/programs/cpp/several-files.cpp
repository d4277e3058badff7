#include <fstream>
#include <iostream>
#include "words.h"

int main() {
  std::ifstream in("data/words.txt");
  for (const auto& [word, count] : countWords(in)) std::cout << word << ": " << count << std::endl;
  std::ifstream none("data/none.txt");
  std::cout << std::boolalpha << static_cast<bool>(none) << '\n';
}
