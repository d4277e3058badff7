#include "words.h"

std::map<std::string, int> countWords(std::istream& in) {
  std::map<std::string, int> counts;
  for (std::string word; in >> word;) ++counts[word];
  return counts;
}
