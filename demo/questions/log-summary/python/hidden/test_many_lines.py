from events import parse_line


def test_many_lines():
    for n in range(100_000):
        event = parse_line(f"2026-03-01T00:00:00 INFO service-{n} message {n}")
        assert event["service"] == f"service-{n}"
        assert event["message"] == f"message {n}"
