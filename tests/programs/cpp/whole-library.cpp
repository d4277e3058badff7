#include <bits/stdc++.h>
using namespace std;

struct Numbers {
  struct promise_type {
    int value = 0;
    Numbers get_return_object() { return {coroutine_handle<promise_type>::from_promise(*this)}; }
    suspend_always initial_suspend() { return {}; }
    suspend_always final_suspend() noexcept { return {}; }
    suspend_always yield_value(int given) {
      value = given;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  coroutine_handle<promise_type> handle;
  ~Numbers() { handle.destroy(); }
};

Numbers squares(int count) {
  for (int i = 1; i <= count; i++) co_yield i * i;
}

class Account {
  mutable shared_mutex guard;
  atomic<int> visits{0};
  int balance = 0;

 public:
  void pay(int amount) {
    unique_lock lock(guard);
    visits++;
    balance += amount;
  }
  int read() const {
    shared_lock lock(guard);
    return balance;
  }
  int seen() const { return visits.load(); }
};

int main() {
  Account account;
  for (int i = 1; i <= 4; i++) account.pay(i * 10);
  cout << account.read() << ' ' << account.seen() << '\n';

  mutex m;
  cout << boolalpha << m.try_lock() << '\n';
  m.unlock();
  auto before = chrono::steady_clock::now();
  this_thread::sleep_for(chrono::milliseconds(5));
  cout << (chrono::steady_clock::now() - before >= chrono::milliseconds(5)) << '\n';

  Numbers numbers = squares(4);
  for (numbers.handle.resume(); !numbers.handle.done(); numbers.handle.resume())
    cout << numbers.handle.promise().value << ' ';
  cout << '\n';

  once_flag once;
  for (int i = 0; i < 3; i++) call_once(once, [] { cout << "once\n"; });
  promise<string> said;
  future<string> heard = said.get_future();
  said.set_value("kept");
  cout << heard.get() << '\n';

  cout << __gcd(12, 18) << ' ' << std::__gcd(0LL, 7LL) << ' ' << __lg(1) << ' ' << __lg(1000u) << ' ' << __lg(1LL << 40) << '\n';
}
