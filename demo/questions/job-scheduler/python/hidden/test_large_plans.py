from main import plan


def chain(count):
    # The last in the list begins.
    return [
        {"name": f"job {n}", "minutes": 1, "needs": [f"job {n + 1}"] if n + 1 < count else []}
        for n in range(count)
    ]


def test_chain():
    outcome = plan(chain(50_000))
    assert outcome["total"] == 50_000
    assert outcome["critical"] == [f"job {n}" for n in reversed(range(50_000))]


def test_circle():
    jobs = chain(50_000)
    jobs[-1]["needs"] = ["job 20000"]
    assert plan(jobs) == {"circle": [f"job {n}" for n in range(20_000, 50_000)]}


def test_jobs_are_left_as_they_were():
    jobs = chain(10)
    plan(jobs)
    assert jobs == chain(10)
