#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct Traced {
  std::string name;
  explicit Traced(std::string n) : name(std::move(n)) { std::cout << "+" << name << '\n'; }
  ~Traced() { std::cout << "-" << name << '\n'; }
};

class Overdrawn : public std::runtime_error {
 public:
  Overdrawn(const std::string& who, int by) : std::runtime_error(who + " is overdrawn"), by(by) {}
  int by;
};

void withdraw(std::map<std::string, int>& accounts, const std::string& who, int amount) {
  Traced guard("withdraw " + who);
  int& balance = accounts.at(who);
  if (balance < amount) throw Overdrawn(who, amount - balance);
  balance -= amount;
}

int parse(const std::string& text) try {
  return std::stoi(text);
} catch (const std::invalid_argument&) {
  throw std::invalid_argument("not a number: " + text);
}

int main() {
  std::map<std::string, int> accounts{{"ada", 10}};
  for (const auto& [who, amount] : std::vector<std::pair<std::string, int>>{{"ada", 3}, {"ada", 30}, {"bob", 1}}) {
    try {
      withdraw(accounts, who, amount);
      std::cout << who << " ok\n";
    } catch (const Overdrawn& error) {
      std::cout << error.what() << " by " << error.by << '\n';
    } catch (const std::out_of_range&) {
      std::cout << who << " has no account\n";
    }
  }
  try {
    std::cout << parse("42") << '\n' << parse("four") << '\n';
  } catch (const std::exception& error) {
    std::cout << error.what() << '\n';
  }
  try {
    try {
      throw 7;
    } catch (int number) {
      auto owned = std::make_unique<Traced>("owned");
      throw number + 1;
    }
  } catch (int number) {
    std::cout << number << '\n';
  }
  try {
    std::throw_with_nested(std::logic_error("outer"));
  } catch (const std::exception& error) {
    std::cout << error.what() << '\n';
  }
}
