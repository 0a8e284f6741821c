#!/usr/bin/env python3
"""Holds docs/scaling/sweep_on_dask.py to a plain sweep, with a worker killed in the middle.

Starts a scheduler and two workers, each a process of its own. Needs what was built
(`npm run build`) and Dask (Debian: python3-distributed); without Dask it says so and
ends well.
"""

import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADLESS = ["node", "build/main.js"]
SWEEP = ["--epochs", "60", "--sweep", "components=1,3,10", "--seeds", "1..4"]
RUNS = 12
# How long anything may take, in seconds, on a busy machine.
PATIENCE = 300


def started(arguments, ready, log):
    """A process of its own, once its log says that it is ready; and what it said then."""
    with open(log, "w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", *arguments],
            cwd=ROOT,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    for _ in range(10 * PATIENCE):
        found = re.search(ready, Path(log).read_text(encoding="utf-8"))
        if found:
            return process, found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    ended(process)
    raise RuntimeError(f"{arguments[0]}: {Path(log).read_text(encoding='utf-8')}")


def ended(process):
    """Ends a process and what it has started, at once."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def hashes(lines):
    """The hash of the parameters of each experiment."""
    results = [json.loads(line) for line in lines]
    return {json.dumps(one["experiment"], sort_keys=True): one["parametersHash"] for one in results}


def on_dask(scheduler, file, victim=None):
    """Runs the sweep on the cluster; kills a worker once two runs are done."""
    script = subprocess.Popen(
        [
            sys.executable,
            "docs/scaling/sweep_on_dask.py",
            *["--scheduler", scheduler, "--results", file, "--", *SWEEP],
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = []
    for line in script.stdout:
        lines.append(line)
        if victim is not None and len(lines) == 2:
            ended(victim)
    assert script.wait(PATIENCE) == 0, "the sweep failed"
    return lines


def main():
    if importlib.util.find_spec("distributed") is None:
        print("skipped: Dask is not installed (Debian: python3-distributed)")
        return
    plain = subprocess.run(
        [*HEADLESS, *SWEEP, "--jobs", "1", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    expected = hashes(plain.stdout.splitlines())
    assert len(expected) == RUNS

    cluster = []
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "runs.jsonl")
        try:
            scheduler, address = started(
                ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"],
                r"tcp://127\.0\.0\.1:\d+",
                f"{folder}/scheduler.log",
            )
            cluster.append(scheduler)
            for number in range(2):
                worker, _ = started(
                    [
                        "distributed.cli.dask_worker",
                        address,
                        *["--nthreads", "1", "--no-nanny", "--no-dashboard"],
                        *["--local-directory", folder],
                    ],
                    r"Registered to",
                    f"{folder}/worker{number}.log",
                )
                cluster.append(worker)
            begun = time.monotonic()
            lines = on_dask(address, file, victim=cluster[1])
            seconds = time.monotonic() - begun
            found = hashes(lines)
            assert found == expected, "other parameters than a plain sweep's"
            assert len(lines) == RUNS, f"{len(lines)} lines for {RUNS} runs"
            assert cluster[1].poll() is not None, "no worker was killed"
            assert hashes(Path(file).read_text().splitlines()) == expected
            assert on_dask(address, file) == [], "what the file holds was run again"
        finally:
            for process in reversed(cluster):
                ended(process)
    print(f"{RUNS} runs with the hashes of a plain sweep, one of two workers killed: {seconds:.0f} s")


if __name__ == "__main__":
    main()
