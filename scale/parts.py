"""What Ray, Dask and Spark all do: cut a population into parts, have each tallied by kedja, and merge what comes back.

Nothing here computes a figure. A part is a file that `kedja tally` writes and `kedja merge` adds up, in whole numbers, so the
report is the same to the byte however the population was cut, on however many machines, and however often a part had to be
tallied again.
"""

import argparse
import os
import subprocess
import sys
import tempfile

KEDJA = os.environ.get("KEDJA", "kedja")

# Parts that one merge opens at a time: more would only make the command line longer.
AT_ONCE = 200


def arguments(about):
    """The command line of the three scripts: what is not known here goes to `kedja tally` as it is."""
    reader = argparse.ArgumentParser(description=about, epilog="Everything else goes to kedja: --seed, --strengthen ...")
    reader.add_argument("journey", help="a ready journey, or a journey file that every machine has at this path")
    reader.add_argument("--customers", type=int, default=1_000_000_000, help="simulated visitors in all")
    reader.add_argument("--size", type=int, default=10_000_000, help="customers in a part: some seconds of work, so that handing out a part costs nothing beside it")
    reader.add_argument("--out", choices=["json", "table", "csv"], default="json")
    given, for_kedja = reader.parse_known_args()
    if given.customers < 1 or given.size < 1:
        reader.error("--customers and --size have to be at least 1")
    return given, for_kedja


def standard_output():
    """Where the report goes, and nothing else: what the framework says of its machines goes to standard error from now on."""
    own = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return open(own, "w")


def cut(customers, size):
    """The parts, each as its first customer and the first who is no longer in it."""
    return [(first, min(first + size, customers)) for first in range(0, customers, size)]


def tallied(journey, part, for_kedja):
    """The bytes of one part. Whoever asks twice gets the same bytes twice, so a part whose machine was lost is simply asked again."""
    with tempfile.TemporaryDirectory() as folder:
        to = os.path.join(folder, "part")
        call = [KEDJA, "tally", journey, "--from", str(part[0]), "--to", str(part[1]), "--threads", "1", "--out", to]
        done = subprocess.run(call + for_kedja, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        with open(to, "rb") as file:
            return file.read()


class Merged:
    """Parts as they come, kept on disk: the memory that this takes does not grow with the population."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.files = []
        self.count = 0

    def _next(self):
        self.count += 1
        return os.path.join(self.folder.name, str(self.count))

    def add(self, part):
        to = self._next()
        with open(to, "wb") as file:
            file.write(part)
        self.files.append(to)
        if len(self.files) >= AT_ONCE:
            to = self._next()
            _kedja(["merge", *self.files, "--into", to])
            for file in self.files:
                os.remove(file)
            self.files = [to]

    def report(self, out):
        """The report of all of them, as `kedja simulate` prints it."""
        return _kedja(["merge", *self.files, "--out", out])


def _kedja(call):
    done = subprocess.run([KEDJA, *call], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr.strip())
    return done.stdout
