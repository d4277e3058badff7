import re


def word_index(lines, without):
    """Entries such as "bread 1, 3-5", by the alphabet."""
    left_out = {word.lower() for word in without}
    places = {}
    for number, line in enumerate(lines, 1):
        for word in set(re.findall("[a-z]{2,}", line.lower())) - left_out:
            places.setdefault(word, []).append(number)
    return [f"{word} {ranges(numbers)}" for word, numbers in sorted(places.items())]


def ranges(numbers):
    """Rising numbers as a text; three or more in a row as a range."""
    runs = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
