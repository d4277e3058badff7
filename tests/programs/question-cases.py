# Runs tests of questions in Python, each in a process of its own: reads cases as JSON, writes an outcome of each as JSON.
import importlib.util
import json
import os
import runpy
import signal
import sys
import traceback
import unittest


def load(file):
    name = os.path.splitext(file)[0].replace("/", ".")
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def call(case):
    target = load(case["file"])
    for part in case["test"]["function"].split("."):
        target = getattr(target, part)
    return {"value": target(*case["test"]["args"])}


def io(case):
    sys.stdin = os.fdopen(os.open("../stdin", os.O_RDONLY), "r")
    sys.stdout = open("../stdout", "w+")
    runpy.run_path(case["file"], run_name="__main__")
    sys.stdout.seek(0)
    return {"output": sys.stdout.read()}


def code(case):
    module = load(case["file"])
    plain = [getattr(module, name) for name in dir(module) if name.startswith("test_")]
    for test in plain:
        test()
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromModule(module).run(result)
    if len(plain) + result.testsRun == 0:
        return {"error": "There is no test in it."}
    wrong = [text for _, text in result.failures + result.errors]
    return {"error": wrong[0]} if wrong else {}


def run(case, seconds):
    signal.alarm(seconds)
    os.chdir(case["folder"])
    sys.path.insert(0, case["folder"])
    try:
        return {"call": call, "io": io, "code": code}[case["test"]["kind"]](case)
    except BaseException:
        return {"error": traceback.format_exc()}


def separate(case, seconds):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        # What a program prints is no outcome.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        outcome = run(case, seconds)
        try:
            text = json.dumps(outcome)
        except (TypeError, ValueError) as error:
            text = json.dumps({"error": f"What it returned cannot be compared: {error}"})
        with os.fdopen(writer, "w") as pipe:
            pipe.write(text)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"error": "It did not end in time."}


given = json.load(sys.stdin)
json.dump([separate(case, given["seconds"]) for case in given["cases"]], sys.stdout)
