from main import fee, total


def test_list_kept():
    stays = [500, 20, 90, 61]
    assert total(stays, 2) == fee(61) + fee(20)
    assert stays == [500, 20, 90, 61]


def test_twice():
    stays = [60, 120, 180]
    assert total(stays, 1) == total(stays, 1) == 600
