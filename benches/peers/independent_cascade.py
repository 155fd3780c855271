"""Independent cascades: keten beside CyNetDiff, in one run, on the same generated network, probabilities and initiators.

    python -m venv VENV && VENV/bin/pip install cynetdiff==0.1.18
    cargo build --release
    VENV/bin/python benches/peers/independent_cascade.py target/release/keten

For each probability: the mean number of nodes that fall, with its standard error, the CPU time of one sample, and the ratio. Both use
one thread. keten runs as a whole program; the time of a sample is the difference between two runs of different length, so that reading
the network counts for neither side. CyNetDiff is timed in its own compiled loop, once with one probability for all rows, its fastest way,
and once with one for each row, which is what keten does. The two draw different random numbers, so means are compared by their errors.

Where a fall brings more than one further on average, a sample is most of the network or, in about one of seventy, next to nothing. An
error from a few samples may know none of the second kind and is then far too small: there are hundreds.
"""

import argparse
import csv
import json
import math
import os
import random
import subprocess
import tempfile
import time
from array import array

from cynetdiff.models import IndependentCascadeModel

BATCHES = 20


def generate(keten, folder, nodes, probability):
    """A scale-free network of the given size, ten nodes of which are marked as lost together."""
    options = ["--nodes", str(nodes), "--probability", str(probability), "--seed", "1", "--quiet"]
    subprocess.run([keten, "generate", *options, "--out", folder], check=True, stdout=subprocess.DEVNULL)
    path = os.path.join(folder, "nodes.csv")
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    chosen = set(random.Random(1).sample(range(len(rows)), 10))
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "operator"])
        writer.writeheader()
        writer.writerows({**row, "operator": "lost" if place in chosen else ""} for place, row in enumerate(rows))
    return [row["id"] for row in rows], sorted(chosen)


def by_keten(keten, folder, samples):
    """Mean and standard error of the number of others that fall, and the CPU seconds of the whole run."""
    command = [keten, "rank", folder, "--by", "operator", "--criterion", "affected", "--samples", str(samples)]
    before = os.times()
    done = subprocess.run([*command, "--threads", "1", "--format", "json", "--quiet"], check=True, capture_output=True)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    figure = json.loads(done.stdout)["rows"][0]["affected"]
    return figure["mean"], figure["se"], used


def edges_of(folder, ids):
    """Rows by provider, compressed."""
    number = {name: place for place, name in enumerate(ids)}
    dependents = [[] for _ in ids]
    with open(os.path.join(folder, "dependencies.csv"), newline="") as file:
        for row in csv.DictReader(file):
            dependents[number[row["provider"]]].append(number[row["dependent"]])
    starts, edges = array("I"), array("I")
    for found in dependents:
        starts.append(len(edges))
        edges.extend(found)
    return starts, edges


def by_cynetdiff(starts, edges, chosen, probability, samples, each):
    """Mean, standard error and CPU seconds; `each`: a probability for every row."""
    given = {"activation_probs": array("f", [probability] * len(edges))} if each else {"activation_prob": probability}
    model = IndependentCascadeModel(starts, edges, rng=7, **given)
    before = time.process_time()
    means = [model.compute_marginal_gains(chosen, [], max(1, samples // BATCHES))[0] for _ in range(BATCHES)]
    used = time.process_time() - before
    mean = math.fsum(means) / BATCHES
    error = math.sqrt(math.fsum((value - mean) ** 2 for value in means) / (BATCHES - 1) / BATCHES)
    return mean, error, used / (BATCHES * max(1, samples // BATCHES))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keten", help="the program, built for release")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--probabilities", default="0.02,0.05,0.1,0.2,0.3,0.5,0.9")
    arguments = parser.parse_args()
    print("load average", *(f"{load:.1f}" for load in os.getloadavg()))
    print("p | mean keten | mean CyNetDiff | differ by (se) | us/sample keten | CyNetDiff, one p | CyNetDiff, p each | times faster")
    for text in arguments.probabilities.split(","):
        probability = float(text)
        few = probability * 10 < 0.9
        with tempfile.TemporaryDirectory() as room:
            folder = os.path.join(room, "network")
            ids, chosen = generate(arguments.keten, folder, arguments.nodes, probability)
            starts, edges = edges_of(folder, ids)
            lengths = (512, 512 + 1_024_000) if few else (512, 512 + (5_120 if probability > 0.1 else 51_200))
            _, _, short = by_keten(arguments.keten, folder, lengths[0])
            mean, error, long = by_keten(arguments.keten, folder, lengths[1])
            ours = (long - short) / (lengths[1] - lengths[0])
            samples = 200_000 if few else 4_000 if probability <= 0.1 else 400
            peers = [by_cynetdiff(starts, edges, chosen, probability, samples, each) for each in (False, True)]
        mean += len(chosen)
        pooled = math.hypot(error, peers[0][1])
        apart = abs(mean - peers[0][0]) / pooled if pooled else 0.0
        times = [peer[2] for peer in peers]
        ratios = f"{times[0] / ours:.1f} and {times[1] / ours:.1f}"
        line = [text, f"{mean:.2f} +- {error:.2f}", f"{peers[0][0]:.2f} +- {peers[0][1]:.2f}", f"{apart:.1f}"]
        print(" | ".join([*line, f"{ours * 1e6:.2f}", f"{times[0] * 1e6:.2f}", f"{times[1] * 1e6:.2f}", ratios]), flush=True)


if __name__ == "__main__":
    main()
