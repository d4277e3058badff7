from collections import deque

# By the alphabet, so that the first way found to a field is the first by the alphabet.
STEPS = {"D": (1, 0), "L": (0, -1), "R": (0, 1), "U": (-1, 0)}


def route(lines):
    """The shortest way from S to G, the first by the alphabet; None if there is none."""
    start = find(lines, "S")
    came_by = {start: None}
    queue = deque([start])
    while queue:
        row, column = queue.popleft()
        if lines[row][column] == "G":
            return way_to((row, column), came_by)
        for name, (down, right) in STEPS.items():
            there = (row + down, column + right)
            inside = 0 <= there[0] < len(lines) and 0 <= there[1] < len(lines[0])
            if inside and there not in came_by and lines[there[0]][there[1]] != "#":
                came_by[there] = name
                queue.append(there)
    return None


def find(lines, character):
    for row, line in enumerate(lines):
        if character in line:
            return (row, line.index(character))


def way_to(place, came_by):
    steps = []
    while came_by[place]:
        name = came_by[place]
        steps.append(name)
        down, right = STEPS[name]
        place = (place[0] - down, place[1] - right)
    return "".join(reversed(steps))
