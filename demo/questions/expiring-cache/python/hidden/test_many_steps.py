from main import Cache


def test_many_steps():
    cache = Cache(2_000, 1_000_000)
    for n in range(20_000):
        cache.put(f"key {n}", str(n), n)
        # The first key is used again and again, so that it stays.
        assert cache.get("key 0", n) == "0"
    assert cache.size(20_000) == 2_000
    assert cache.get("key 18001", 20_000) == "18001"
    assert cache.get("key 18000", 20_000) is None
