from main import Limiter


def test_many_requests_of_one_caller():
    limiter = Limiter(50_000, 50_000)
    assert all(limiter.allow("ada", now) for now in range(200_000))


def test_limiters_are_apart():
    one, other = Limiter(1, 10), Limiter(1, 10)
    assert one.allow("ada", 0)
    assert other.allow("ada", 0)
    assert not one.allow("ada", 1)
