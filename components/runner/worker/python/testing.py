"""Tests a file instead of running it: loads it as a module and calls a function of it, or runs its tests. Run only where that is wanted."""

import importlib
import importlib.util
import inspect
import json
import os
import re
import sys

task, tell_page = {}, None


def begin_test(order, report):
    global task, tell_page
    task, tell_page = json.loads(order), report


def tell(report):
    flush()
    tell_page(json.dumps(report))


def perform(_main, source, file_name, _show_result, runner):
    """In place of what program.py has."""
    try:
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        code = compiled(source, file_name, flags)
    except BaseException:
        tell({"kind": "unloadable"})
        raise
    module = load(code, source, file_name, runner)
    return call(module, runner) if task["kind"] == "call" else run_file(module, runner)


def compiled(source, file_name, flags):
    """Otherwise where the file holds tests; see test_file.py."""
    return compile(source, file_name, "exec", flags, dont_inherit=True)


def module_name(source, file_name):
    """By the folders too, where the file counts on them."""
    folder, _, name = file_name.removesuffix(".py").rpartition("/")
    whole = folder and (os.path.exists(f"{folder}/__init__.py") or re.search(r"^\s*from\s+\.", source, re.M))
    return f"{folder.replace('/', '.')}.{name}" if whole else name


def load(code, source, file_name, runner):
    name = module_name(source, file_name)
    path = os.path.abspath(file_name)
    spec = importlib.util.spec_from_file_location(name, path, loader=RoomLoader(name, path))
    module = importlib.util.module_from_spec(spec)
    if name not in EARLY and name not in sys.builtin_module_names:
        # Others may import it.
        sys.modules[name] = module
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(importlib.import_module(parent), last, module)
    execute(code, module.__dict__, runner)
    return module


absent = object()


def call(module, runner):
    target, way = module, []
    for part in task["function"].split("."):
        way.append(part)
        target = getattr(target, part, absent)
        if target is absent:
            break
    if not callable(target):
        return tell({"kind": "missing", "name": ".".join(way), "found": target is not absent})
    value = target(*json.loads(task["args"]))
    if inspect.isawaitable(value):
        value = runner.run(awaited(value))
    try:
        if inspect.isasyncgen(value):
            value = runner.run(listed(value))
        report = {"kind": "returned", "value": Plain().of(value)}
    except TooLarge:
        report = {"kind": "large"}
    tell(report)


async def awaited(value):
    return await value


async def listed(values):
    found = []
    async for each in values:
        found.append(each)
        if len(found) > MOST:
            raise TooLarge
    return found


def when_idle(callback):
    """Nobody waits for what a test has left behind, and its files are nobody's."""
    flush()
    callback(not failed)
