#!/usr/bin/env python3
"""Runs a sweep of the playground on the workers of a Dask cluster.

    python3 docs/scaling/sweep_on_dask.py --scheduler tcp://HOST:8786 \
        --results runs.jsonl -- --sweep components=1,2,3,5,10,30 --seeds 1..10

What stands behind `--` is what the headless command takes for a sweep, but for
`--jobs` and `--resume`. That command says which experiments these are; each is
handed to a worker, which runs the headless command on it alone; and the line of
JSON that comes back is printed and added to the file of results, which then holds
what a sweep on one machine would have written, in whatever order. Runs that the
file already has are not run again.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile

from distributed import Client, as_completed

HEADLESS = "node build/main.js"

# How often a run is begun anew on another worker before the sweep gives it up.
RETRIES = 3


def run(experiment, headless):
    """On a worker: the line of JSON that the headless command writes for one experiment.

    experiment: one line of JSON, as the headless command lists it
    headless: the command, as a list of words
    Raises RuntimeError with the command's own words where it fails.
    """
    file, path = tempfile.mkstemp(suffix=".json")
    try:
        with open(file, "w", encoding="utf-8") as written:
            written.write(experiment)
        command = [*headless, "--experiment", path, "--json"]
        ended = subprocess.run(command, capture_output=True, text=True)
    finally:
        os.unlink(path)
    if ended.returncode != 0:
        raise RuntimeError(ended.stderr.strip() or f"exit code {ended.returncode}")
    return ended.stdout


def listed(headless, sweep):
    """The experiments of a sweep, each a line of JSON; ends here if the sweep is refused."""
    ended = subprocess.run([*headless, *sweep, "--list"], capture_output=True, text=True)
    if ended.returncode != 0:
        sys.exit(ended.stderr.strip())
    return ended.stdout.splitlines()


def key(experiment):
    """The same text for the same experiment, and for no other."""
    return json.dumps(experiment, sort_keys=True)


def kept(path):
    """The keys of the experiments whose results a file holds; none where there is no file.

    A last line that an interruption has cut short is cut off.
    """
    if path is None or not os.path.exists(path):
        return set()
    with open(path, "rb+") as results:
        whole = results.read().rpartition(b"\n")
        results.truncate(len(whole[0]) + len(whole[1]))
    return {key(json.loads(line)["experiment"]) for line in whole[0].splitlines() if line}


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--scheduler", required=True, help="address of the Dask scheduler")
    parser.add_argument("--results", help="file to which every line is added")
    parser.add_argument(
        "--headless",
        default=HEADLESS,
        help=f"the command, on this machine and on every worker's (default: {HEADLESS})",
    )
    parser.add_argument("sweep", nargs="+", help="after --, what the headless command takes")
    arguments = parser.parse_args()
    headless = shlex.split(arguments.headless)

    done = kept(arguments.results)
    experiments = listed(headless, arguments.sweep)
    left = [one for one in experiments if key(json.loads(one)) not in done]
    told = len(experiments) - len(left)
    failures = 0
    with Client(arguments.scheduler) as client:
        runs = {
            client.submit(run, one, headless, pure=False, retries=RETRIES): one for one in left
        }
        for future in as_completed(runs):
            told += 1
            error = future.exception()
            if error is None:
                line = future.result()
                sys.stdout.write(line)
                sys.stdout.flush()
                if arguments.results is not None:
                    with open(arguments.results, "a", encoding="utf-8") as results:
                        results.write(line)
            else:
                failures += 1
                print(f"failed: {runs[future]}: {error}", file=sys.stderr)
            print(f"{told} of {len(experiments)} runs", file=sys.stderr)
            # What is written down is not kept in the cluster's memory.
            del runs[future]
            future.release()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
