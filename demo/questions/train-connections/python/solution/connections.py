CHANGE = 5


def best(rides, start, goal, now, most):
    """Earliest arrival with at most so many changes, and the changes it needs; None if there is none."""
    if start == goal:
        return {"arrives": now, "changes": 0}
    # By departure: whatever leads to a ride ends before the ride begins, so once through is enough.
    rides = sorted(rides, key=lambda ride: ride[3])
    # From when on a train may be taken at a station, with so many changes made so far.
    ready = {start: now}
    found = None
    for changes in range(most + 1):
        arrivals = ride_once(rides, ready)
        if goal in arrivals and (found is None or arrivals[goal] < found["arrives"]):
            found = {"arrives": arrivals[goal], "changes": changes}
        ready = {station: minute + CHANGE for station, minute in arrivals.items()}
    return found


def ride_once(rides, ready):
    """The earliest arrivals with one train, taken where and when one is ready."""
    inside = set()
    arrivals = {}
    for train, source, target, departs, arrives in rides:
        if train in inside or (source in ready and ready[source] <= departs):
            inside.add(train)
            if arrives < arrivals.get(target, arrives + 1):
                arrivals[target] = arrives
    return arrivals
