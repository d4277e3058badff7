"""The room's other files: they stand in the working folder, where a program imports and opens them. Run where there are some, or where the program looks for its own."""

import importlib
import importlib.machinery
import os
import sys

HOME = os.getcwd()
# What Python has loaded before a program begins: a file of such a name is never imported, here as there.
EARLY = {"abc", "codecs", "encodings", "genericpath", "io", "os", "posixpath", "site", "stat", "time"}
sources = {}


class RoomLoader(importlib.machinery.SourceFileLoader):
    """Compiles a file under the name by which people know it, so that tracebacks say that."""

    def get_code(self, name):
        path = self.get_filename(name)
        return self.source_to_code(self.get_data(path), os.path.relpath(path, HOME))


def finder_of(path):
    if path != HOME and not path.startswith(f"{HOME}/"):
        raise ImportError("It is no folder of the room.")
    return importlib.machinery.FileFinder(path, (RoomLoader, [".py"]))


def place(file_name, names):
    for name in names.split("\n"):
        with open(name, "rb") as file:
            content = file.read()
        came_along[os.path.abspath(name)] = hash(content)
        if name.endswith(".py") and name != file_name:
            sources[name] = content.decode()
    # The folder of the program comes first, as in Python, and then that of the room, from where most people run theirs.
    folders = [os.path.dirname(os.path.abspath(file_name)), HOME]
    sys.path[:] = dict.fromkeys([*folders, *sys.path])
    sys.path_hooks.insert(0, finder_of)
    for path in [path for path in sys.path_importer_cache if path.startswith(HOME)]:
        del sys.path_importer_cache[path]
    # A file may have the name of a module that is here already only because this Python was started before.
    for folder in folders:
        for name in os.listdir(folder):
            name = name.removesuffix(".py")
            if name in sys.stdlib_module_names and name not in EARLY and name not in sys.builtin_module_names:
                spec = importlib.machinery.PathFinder.find_spec(name, [folder])
                if spec and spec.loader:
                    sys.modules.pop(name, None)


def imported_from_room(names):
    """The texts of files that may be meant by names, whatever of a package is."""
    tops = {name.partition(".")[0] for name in names}
    return {name: text for name, text in sources.items() if not tops.isdisjoint((*name.split("/")[:-1], name.rpartition("/")[2][:-3]))}
