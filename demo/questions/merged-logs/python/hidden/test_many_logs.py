from main import first


def test_many_logs():
    logs = [[[n * 1000 + server, f"{n}"] for n in range(200)] for server in range(1000)]
    lines = first(logs, 200_000)
    assert [line[0] for line in lines] == list(range(200_000))
    assert all(time % 1000 == server for time, server, _ in lines)
