#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <memory>
#include <numbers>
#include <string>
#include <variant>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
  virtual std::string name() const { return "shape"; }
};
struct Circle : Shape {
  double radius;
  explicit Circle(double r) : radius(r) {}
  double area() const override { return std::numbers::pi * radius * radius; }
  std::string name() const override { return "circle"; }
};
struct Square final : Shape {
  double side;
  explicit Square(double s) : side(s) {}
  double area() const override { return side * side; }
};

template <class... Ts> struct Overloaded : Ts... { using Ts::operator()...; };

int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(std::make_unique<Circle>(1.5));
  shapes.push_back(std::make_unique<Square>(2));
  std::ranges::sort(shapes, {}, [](const auto& shape) { return shape->area(); });
  for (const auto& shape : shapes)
    std::cout << std::left << std::setw(8) << shape->name() << std::right << std::fixed << std::setprecision(3)
              << std::setw(10) << shape->area() << (dynamic_cast<Circle*>(shape.get()) ? " round" : "") << '\n';
  std::vector<std::variant<int, std::string>> mixed{1, "two", 3};
  for (const auto& each : mixed)
    std::visit(Overloaded{[](int n) { std::cout << n * 2 << '\n'; }, [](const std::string& s) { std::cout << s << '\n'; }}, each);
}
