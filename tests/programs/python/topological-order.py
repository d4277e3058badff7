from collections import defaultdict, deque
from graphlib import CycleError, TopologicalSorter


def order(tasks):
    degree, after = {t: 0 for t in tasks}, defaultdict(list)
    for task, needs in tasks.items():
        for need in needs:
            degree[task] += 1
            after[need].append(task)
    queue = deque(sorted(t for t in degree if degree[t] == 0))
    result = []
    while queue:
        task = queue.popleft()
        result.append(task)
        for other in after[task]:
            degree[other] -= 1
            if degree[other] == 0:
                queue.append(other)
    if len(result) != len(tasks):
        raise ValueError("cycle among " + ", ".join(sorted(t for t in degree if degree[t])))
    return result


tasks = {"eat": ["cook", "set"], "cook": ["buy"], "buy": [], "set": []}
print(order(tasks))
print(list(TopologicalSorter(tasks).static_order()))
try:
    TopologicalSorter({"a": ["b"], "b": ["a"]}).prepare()
except CycleError as error:
    print(error.args[0], sorted(set(error.args[1])))
order({"a": ["b"], "b": ["a"]})
