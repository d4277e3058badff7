from collections import deque


def plan(jobs):
    """Ends, total and critical chain of the jobs; or a circle."""
    by_name = {job["name"]: job for job in jobs}
    ends = ends_of(jobs, by_name)
    if len(ends) < len(jobs):
        return {"circle": circle(jobs, by_name, ends)}
    chain = []
    names = list(by_name)
    while names:
        name = min(names, key=lambda name: (-ends[name], name))
        chain.append(name)
        names = by_name[name]["needs"]
    return {"ends": ends, "total": max(ends.values(), default=0), "critical": chain[::-1]}


def ends_of(jobs, by_name):
    """The end of each job that can run."""
    waiting = {job["name"]: len(job["needs"]) for job in jobs}
    needed_by = {name: [] for name in by_name}
    for job in jobs:
        for need in job["needs"]:
            needed_by[need].append(job["name"])
    ready = deque(name for name, count in waiting.items() if count == 0)
    begins = dict.fromkeys(by_name, 0)
    ends = {}
    while ready:
        name = ready.popleft()
        ends[name] = begins[name] + by_name[name]["minutes"]
        for later in needed_by[name]:
            begins[later] = max(begins[later], ends[name])
            waiting[later] -= 1
            if waiting[later] == 0:
                ready.append(later)
    return ends


def circle(jobs, by_name, ends):
    """Names along one circle of the jobs that have no end."""
    name = next(job["name"] for job in jobs if job["name"] not in ends)
    way = {}
    while name not in way:
        way[name] = len(way)
        name = next(need for need in by_name[name]["needs"] if need not in ends)
    return list(way)[way[name] :]
