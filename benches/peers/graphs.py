"""keten beside programs that others use, on the same generated networks in the same run, with results compared.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install igraph scipy rustworkx
    cargo build --release
    /tmp/peers/bin/python benches/peers/graphs.py --keten target/release/keten --work /tmp/peers/work

Prints one Markdown table. CPU seconds are user and system time of all threads, of whole processes for keten and csv + petgraph, and of the
searches alone for the Python libraries, whose graphs are built before the clock starts. A library that would need hours is given a
sample of initiators, the same for all, and its time is scaled to all of them; the sample's results are what is compared.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run(command, out=None):
    """Runs a program; returns its output, CPU seconds, wall seconds and peak memory in MB.

    By way of /usr/bin/time, because a child counts the memory of the large process that made it as its own.
    """
    with tempfile.NamedTemporaryFile("r") as figures:
        timed = ["/usr/bin/time", "-o", figures.name, "-f", "%U %S %e %M", *(str(part) for part in command)]
        with open(out, "wb") if out else tempfile.TemporaryFile() as into:
            if subprocess.run(timed, stdout=into, stderr=subprocess.DEVNULL, check=False).returncode != 0:
                sys.exit(f"{command} failed")
            if not out:
                into.seek(0)
            text = "" if out else into.read().decode()
        user, system, wall, kilobytes = figures.read().split()[-4:]
    return text, float(user) + float(system), float(wall), int(kilobytes) / 1024


def generate(keten, work, name, arguments):
    folder = work / name
    if not folder.exists():
        run([keten, "generate", *arguments, "--out", folder])
    return folder


def edges(folder):
    """Pairs of provider and dependent, by the numbers in their ids."""
    with open(folder / "dependencies.csv") as file:
        rows = csv.reader(file)
        next(rows)
        return [(int(row[1][1:]), int(row[0][1:])) for row in rows]


def ranked(path):
    """The number of nodes that each initiator brings down."""
    with open(path) as file:
        return {int(row["id"][1:]): int(row["affected"]) for row in csv.DictReader(file)}


def cpu(work, *arguments):
    begun = time.process_time()
    result = work(*arguments)
    return result, time.process_time() - begun


def with_igraph(count, pairs):
    import igraph

    graph = igraph.Graph(n=count, edges=pairs, directed=True)
    return lambda node: len(graph.subcomponent(node, mode="out")) - 1


def with_scipy(count, pairs):
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import breadth_first_order

    array = numpy.array(pairs)
    matrix = csr_matrix((numpy.ones(len(pairs), dtype=numpy.int8), (array[:, 0], array[:, 1])), shape=(count, count))
    return lambda node: len(breadth_first_order(matrix, node, return_predecessors=False)) - 1


def with_rustworkx(count, pairs):
    import rustworkx

    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from_no_data(pairs)
    return lambda node: len(rustworkx.descendants(graph, node))


def literal_k_of_n(folder):
    """A search with a counter per need, written down as it is told."""
    serves, spare, dependent = {}, {}, {}
    with open(folder / "dependencies.csv") as file:
        for row in csv.DictReader(file):
            need = (row["dependent"], row["need"] or row["provider"])
            serves.setdefault(int(row["provider"][1:]), []).append(need)
            enough = int(row["share"].split("/")[1]) if row["share"] else 1
            spare[need] = spare.get(need, -enough) + 1
            dependent[need] = int(row["dependent"][1:])

    def affected(initiator):
        lost, left, waiting = {initiator}, {}, [initiator]
        while waiting:
            for need in serves.get(waiting.pop(), ()):
                left[need] = left.get(need, spare[need]) - 1
                if left[need] < 0 and dependent[need] not in lost:
                    lost.add(dependent[need])
                    waiting.append(dependent[need])
        return len(lost) - 1

    return affected


def line(work, ours, peer, theirs, equal, command):
    ratio = f"{theirs / ours:,.0f}" if theirs / ours >= 10 else f"{theirs / ours:.1f}"
    print(f"| {work} | {ours:.3g} s | {peer} | {theirs:.3g} s | {ratio} | {'yes' if equal else '**no**'} | `{command}` |", flush=True)


def loading(keten, work, folder, name):
    """Row 1: from a file with string ids to a network; equal when both have as many nodes and rows."""
    crate = Path(__file__).parent / "csv_petgraph"
    subprocess.run(["cargo", "build", "--release", "-q", "--target-dir", work / "csv_petgraph"], cwd=crate, check=True)
    table = folder / "dependencies.csv"
    text, theirs, their_wall, their_memory = run([work / "csv_petgraph/release/csv-petgraph", table])
    nodes, rows, _ = text.strip().split(",")
    command = [keten, "check", table, "--format", "json"]
    text, ours, wall, memory = run(command)
    counts = json.loads(text)["counts"]
    equal = (counts["nodes"], counts["dependencies"]) == (int(nodes), int(rows))
    size = table.stat().st_size / 2**20
    line(f"1: read and check {name}, {size:.0f} MB, wall {wall:.2f} s against {their_wall:.2f} s, peak {memory / size:.1f} and {their_memory / size:.1f} times the file", ours, "csv + petgraph, string ids, no checks", theirs, equal, "keten check dependencies.csv --format json")


def searches(keten, work, folder, name, sample, peers):
    """Rows 2 and 3: every node as initiator."""
    out = work / f"{name}.csv"
    _, load, _, _ = run([keten, "rank", folder, "--of", "n0000001", "--criterion", "affected", "--format", "csv"])
    _, whole, wall, memory = run([keten, "rank", folder, "--criterion", "affected", "--top", "10000000", "--format", "csv"], out)
    affected = ranked(out)
    count = len(affected)
    ours = max(whole - load, 0.01)
    chosen = random.Random(1).sample(sorted(affected), min(sample, count))
    command = f"keten rank {name} --criterion affected"
    print(f"| {name}: whole process, reading and writing of {count:,} rows included, wall {wall:.2f} s, {memory:.0f} MB | {whole:.3g} s | | | | | `{command}` |", flush=True)
    for peer, make in peers:
        search = make()
        found, seconds = cpu(lambda: [search(node) for node in chosen])
        equal = found == [affected[node] for node in chosen]
        line(f"{name}: each node lost, reading left out", ours, f"{peer}, {len(chosen)} of {count:,}, scaled", seconds / len(chosen) * count, equal, command)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--keten", type=Path, default=Path("target/release/keten"))
    arguments.add_argument("--work", type=Path, default=Path("/tmp/peers/work"))
    arguments.add_argument("--sample", type=int, default=100)
    given = arguments.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    keten, work = given.keten.resolve(), given.work
    print("| work | ours, CPU | peer | peer, CPU | ratio | equal | command |\n|---|---|---|---|---|---|---|")
    shapes = [
        ("sf10k", ["--nodes", "10000"]),
        ("sf100k", ["--nodes", "100000"]),
        ("dag100k", ["--nodes", "100000", "--shape", "layered"]),
    ]
    for name, options in shapes:
        folder = generate(keten, work, name, options)
        pairs = edges(folder)
        count = int(options[1])
        peers = [(peer, lambda make=make: make(count, pairs)) for peer, make in (("scipy", with_scipy), ("igraph", with_igraph), ("rustworkx", with_rustworkx))]
        searches(keten, work, folder, name, given.sample, peers)
    for name, options in (("k100k", ["--needs", "k-of-n"]), ("b100k", ["--needs", "k-of-n", "--buffers"])):
        folder = generate(keten, work, name, ["--nodes", "100000", *options])
        peers = [("a search in Python with a counter for each need", lambda: literal_k_of_n(folder))] if name == "k100k" else []
        searches(keten, work, folder, name, given.sample, peers)
    folder = generate(keten, work, "sf1m", ["--nodes", "1000000"])
    loading(keten, work, folder, "sf1m")
    searches(keten, work, folder, "sf1m", 0, [])


if __name__ == "__main__":
    main()
