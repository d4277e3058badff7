from main import Cache


def test_many_steps():
    cache = Cache(10_000, 1_000_000)
    for n in range(50_000):
        cache.put(f"key {n}", str(n), n)
        # The first key is used again and again, so that it stays.
        assert cache.get("key 0", n) == "0"
    assert cache.size(50_000) == 10_000
    assert cache.get("key 40001", 50_000) == "40001"
    assert cache.get("key 40000", 50_000) is None
