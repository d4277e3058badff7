def check(values):
    errors = [ValueError(f"bad {v}") for v in values if v < 0]
    if errors:
        raise ExceptionGroup("invalid", errors)

try:
    check([1, -2, -3])
except* ValueError as group:
    print([str(e) for e in group.exceptions])
print(len([1]))
