n = int(input())
numbers = list(map(int, input().split()))
assert len(numbers) == n
print(sum(numbers))
print(max(numbers), min(numbers))
name = input("Name? ")
print(f"Hello, {name}!")
