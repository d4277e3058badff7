from connections import best

with open("data.csv") as file:
    rows = [line.strip().split(",") for line in file][1:]
rides = [[train, source, target, int(departs), int(arrives)] for train, source, target, departs, arrives in rows]
start, goal, now, most = input().split()
found = best(rides, start, goal, int(now), int(most))
print(f"arrives {found['arrives']} with {found['changes']} changes" if found else "no connection")
