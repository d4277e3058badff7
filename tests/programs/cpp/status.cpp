#include <cstdlib>
#include <iostream>

struct Last {
  ~Last() { std::cout << "static end\n"; }
} last;

int main(int argc, char**) {
  std::atexit([] { std::cout << "at exit\n"; });
  std::cerr << "wrong: " << argc << '\n';
  std::exit(2);
}
