from money import share


def test_no_cent_lost():
    for cents in (1, 99, 12_345, 999_999_999):
        for count in range(1, 60):
            weights = [weight * weight % 97 + 1 for weight in range(count)]
            parts = share(cents, weights)
            assert sum(parts) == cents
            whole = sum(weights)
            assert all(abs(part * whole - cents * weight) < whole for part, weight in zip(parts, weights))


def test_many_parts():
    assert share(10_000, [1] * 9_999) == [2] + [1] * 9_998
