from main import word_index


def test_long_book():
    letters = "abcdefghij"
    # Every line has a word of its own and one that is everywhere.
    lines = [f"{''.join(letters[int(digit)] for digit in f'{n:05}')} everywhere" for n in range(20_000)]
    index = word_index(lines, [])
    assert len(index) == 20_001
    assert index[0] == "aaaaa 1"
    assert index[-1] == "everywhere 1-20000"
