import functools, itertools, collections, heapq, bisect, operator
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n-1)+fib(n-2)
print(fib(90), fib.cache_info())
@functools.singledispatch
def f(x): return "obj"
@f.register
def _(x: int): return "int"
print(f(1), f("a"), functools.reduce(operator.mul, range(1, 11)), functools.partial(pow, 2)(10))
print(list(itertools.batched(range(7), 3)) if hasattr(itertools, "batched") else [(0,1,2),(3,4,5),(6,)], list(itertools.pairwise("abcd")), list(itertools.accumulate([1,2,3], initial=0)))
print([(k, len(list(g))) for k, g in itertools.groupby("aaabbc")], list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.product("ab", repeat=2))[:3], list(itertools.zip_longest([1,2],[3])), list(itertools.chain.from_iterable([[1],[2,3]])))
c = collections.Counter("mississippi"); print(c, c.most_common(2), c - collections.Counter("miss"), c["z"])
d = collections.defaultdict(list); d["a"].append(1); print(d, collections.OrderedDict(a=1), collections.ChainMap({"a": 1}, {"b": 2})["b"])
q = collections.deque([1,2,3], maxlen=3); q.append(4); q.rotate(1); print(q, q[0])
h = [5,1,4]; heapq.heapify(h); heapq.heappush(h, 0); print(heapq.heappop(h), heapq.nsmallest(2, h), list(heapq.merge([1,4],[2,3])), heapq.heappushpop(h, 9))
print(bisect.bisect_left([1,2,2,3], 2), bisect.bisect([1,2,2,3], 2)); l = [1,3]; bisect.insort(l, 2); print(l)
class M(collections.UserDict):
    def __missing__(self, k): return k * 2
print(M()["a"], sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))
