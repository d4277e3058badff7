def best(rides, start, goal, now, most):
    """Earliest arrival with at most so many changes, and the changes it needs; None if there is none."""
    return None
