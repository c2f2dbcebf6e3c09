#!/usr/bin/env python3
"""Times Harmattan against other programs on four jobs, in one run, and prints the ratios. See bench/README.md."""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys

import measure

PICTURE = ["--projection", "EPSG:4326", "--extent=-21.444,3,19.444,26", "--size", "1920x1080",
           "--renderer", "software", "--force", "--quiet"]
YEARS = ["--from", "2012-01-01", "--to", "2020-12-31"]
FRAMES, FPS = 300, 24
FILM = YEARS + ["--window", "90d", "--fps", str(FPS), "--seconds", str(FRAMES / FPS)]


class Contestant:
    """A command that is run once a round."""

    def __init__(self, name, command, output, environment=None):
        self.name, self.command, self.output, self.environment = name, command, output, environment
        self.costs = []

    def run(self, log, counts=True):
        if os.path.exists(self.output):
            os.remove(self.output)
        cost = measure.run(self.command, log, self.environment)
        if cost.status != 0 or not os.path.exists(self.output) or os.path.getsize(self.output) == 0:
            sys.exit(f"bench: {self.name} failed with status {cost.status}; its words are at the end of {log}")
        if counts:
            self.costs.append(cost)

    def median(self, field):
        return statistics.median(getattr(cost, field) for cost in self.costs)

    def least(self, field):
        return min(getattr(cost, field) for cost in self.costs)

    def greatest(self, field):
        return max(getattr(cost, field) for cost in self.costs)


class Reader(Contestant):
    """A command that only says what it read; its words go to the log."""

    def __init__(self, name, command):
        super().__init__(name, command, os.devnull)

    def run(self, log, counts=True):
        cost = measure.run(self.command, log, self.environment)
        if cost.status != 0:
            sys.exit(f"bench: {self.name} failed with status {cost.status}; its words are at the end of {log}")
        if counts:
            self.costs.append(cost)


class EncoderAlone(Contestant):
    """Its own account of the encoding counts, without the reading of the frames before."""

    def run(self, log, counts=True):
        super().run(log, counts)
        if counts:
            with open(log, encoding="utf-8", errors="replace") as lines:
                told = json.loads([line for line in lines if line.startswith('{"frames"')][-1])
            cost = self.costs[-1]
            cost.wall_s, cost.cpu_s, cost.peak_mib = told["wall_s"], told["cpu_s"], told["encoder_mib"]


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = options.work
        self.log = os.path.join(self.work, "log.txt")
        self.results = {}
        self.verdicts = []

    def harmattan(self, name, verb, files, arguments, output):
        return Contestant(name, [self.options.harmattan, verb, *files, *PICTURE, *arguments, "-o", output], output)

    def peer(self, name, script, mode, events, output, arguments=()):
        command = [self.options.python, os.path.join(self.options.peers, script), mode, events,
                   self.options.basemap, output, *arguments]
        return Contestant(name, command, output, {"QT_QPA_PLATFORM": "offscreen"})

    def out(self, name):
        return os.path.join(self.work, name)

    def race(self, job, title, contestants):
        """Each once without counting, then in turn, so that what else the machine does hits all alike."""
        print(f"\n{job}: {title}", flush=True)
        for contestant in contestants:
            contestant.run(self.log, counts=False)
        for _ in range(self.options.repeats):
            for contestant in contestants:
                contestant.run(self.log)
        print(f"  {'':42}{'wall s: median':>15}{'least':>8}{'most':>8}{'CPU s':>8}{'peak MiB':>10}{'load':>6}")
        for one in contestants:
            print(f"  {one.name:42}{one.median('wall_s'):15.2f}{one.least('wall_s'):8.2f}"
                  f"{one.greatest('wall_s'):8.2f}{one.median('cpu_s'):8.2f}{one.greatest('peak_mib'):10.0f}"
                  f"{one.median('load'):6.1f}", flush=True)
        self.results[job] = [{"name": one.name, "command": one.command,
                              "runs": [vars(cost) for cost in one.costs]} for one in contestants]

    def judge(self, job, ours, theirs, limit, field="wall_s", what="wall time"):
        ratio = ours.median(field) / theirs.median(field)
        line = f"{job}: {ratio:.2f} of the {what} of {theirs.name} (medians; at most {limit} is asked for): "
        line += "met" if ratio <= limit else "NOT met"
        self.verdicts.append(line)
        print("  " + line, flush=True)

    # --- the jobs ---------------------------------------------------------------------------------

    def j1(self):
        events = self.options.events
        ours = self.harmattan("Harmattan", "snap", [events, self.options.basemap], YEARS, self.out("j1.png"))
        peers = []
        if self.options.peers:
            peers = [self.peer("QGIS", "qgis/peer_qgis.py", "still", events, self.out("j1-qgis.png"))]
        self.race("J1", "one picture, 1920x1080, all events of 2012-2020, new process", [ours, *peers])
        for peer in peers:
            self.judge("J1", ours, peer, 0.35)

    def j2(self):
        files = [self.options.events, self.options.basemap]
        ours = self.harmattan("Harmattan", "record", files, FILM, self.out("j2.mp4"))
        peers = []
        if self.options.peers:
            peers = [self.peer("matplotlib, background kept", "matplotlib/peer_mpl.py", "fastfilm",
                               self.options.events, self.out("j2-mpl.mp4"), ["--frames", str(FRAMES)])]
        raw = self.raw_frames(files)
        try:
            alone = self.encoders_alone(raw)
            self.race("J2", f"a film of {FRAMES} frames, 1920x1080, x264 medium crf 18, window of 90 days",
                      [ours, *alone, *peers])
        finally:
            os.remove(raw)
        memory = alone[0].greatest("peak_mib")
        print(f"  Harmattan's peak without its encoder: about {ours.greatest('peak_mib') - memory:.0f} MiB")
        # The quicker of the two ways to run the encoder alone is the stricter floor.
        self.judge("J2", ours, min(alone, key=lambda one: one.median("wall_s")), 1.5)
        for peer in peers:
            self.judge("J2", ours, peer, 0.8)

    def encoders_alone(self, raw):
        size = "1920x1080"
        sink, tool = self.out("j2-sink.mp4"), self.out("j2-ffmpeg.mp4")
        return [
            EncoderAlone("the encoder alone, as Harmattan calls it",
                         [self.options.encoder_alone, raw, size, str(FPS), sink], sink),
            Contestant("the encoder alone, by ffmpeg",
                       ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", size,
                        "-r", str(FPS), "-i", raw, "-c:v", "libx264", "-preset", "medium", "-crf", "18",
                        "-pix_fmt", "yuv420p", tool], tool)]

    def raw_frames(self, files):
        """The film's own frames, lossless, as one file of raw RGBA in memory."""
        folder = self.out("j2-frames") + "/"
        shutil.rmtree(folder, ignore_errors=True)
        status = measure.run([self.options.harmattan, "record", *files, *PICTURE, *FILM, "-o", folder],
                             self.log).status
        raw = f"/dev/shm/harmattan-bench-{os.getpid()}.rgba"
        if status == 0:
            status = measure.run(["ffmpeg", "-v", "error", "-y", "-i", folder + "frame-%06d.png", "-f", "rawvideo",
                                  "-pix_fmt", "rgba", raw], self.log).status
        shutil.rmtree(folder, ignore_errors=True)
        if status != 0 or os.path.getsize(raw) != FRAMES * 1920 * 1080 * 4:
            if os.path.exists(raw):
                os.remove(raw)
            sys.exit(f"bench: could not make the {FRAMES} raw frames; see the end of {self.log}")
        return raw

    def million_rows(self):
        world = self.out("world_1000000.csv")
        if not os.path.exists(world):
            subprocess.run([sys.executable, script("make_world_csv.py"), self.options.world, world], check=True)
        return world

    def j3(self):
        world = self.million_rows()
        ours = self.harmattan("Harmattan", "snap", [world, self.options.basemap], [], self.out("j3.png"))
        peers = []
        if self.options.peers:
            peers = [self.peer("matplotlib with pandas", "matplotlib/peer_mpl.py", "still", world,
                               self.out("j3-mpl.png"), ["--kind", "world", "--extent", "west"])]
        self.race("J3", "1,000,000 rows of CSV to the first picture of West Africa, new process", [ours, *peers])
        for peer in peers:
            self.judge("J3", ours, peer, 0.25)

    def j4(self):
        world = self.million_rows()
        ours = Reader("Harmattan, all checks and counts", [self.options.harmattan, "inspect", world])
        pandas = Reader("pandas, all columns",
                        [self.options.python, "-c", "import pandas, sys; print(len(pandas.read_csv(sys.argv[1])))", world])
        duck = []
        if self.options.duckdb:
            read = ["node", script("read_duckdb.mjs"), self.options.duckdb, world]
            few = "year,month,day,type_of_violence,latitude,longitude,best_death"
            duck = [Reader("DuckDB, all columns", read), Reader("DuckDB, seven of the columns", [*read, few])]
        self.race("J4", "1,000,000 rows of CSV read, new process", [ours, pandas, *duck])
        self.judge("J4", ours, pandas, 0.4)
        self.judge("J4", ours, pandas, 0.5, "peak_mib", "peak memory")
        for peer in duck:
            self.judge("J4", ours, peer, 0.7)


def script(name):
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), name)


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        names = [line.split(":", 1)[1].strip() for line in info if line.startswith("model name")]
    return names[0] if names else platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--harmattan", required=True)
    parser.add_argument("--encoder-alone", required=True)
    parser.add_argument("--events", required=True, help="CSV of UCDP GED events in West Africa")
    parser.add_argument("--basemap", required=True, help="GeoPackage with countries, states, rivers and lakes")
    parser.add_argument("--world", help="CSV, or zip of one, from which the 1,000,000 rows of J3 and J4 are made")
    parser.add_argument("--duckdb", help="folder with the node module @duckdb/node-api; without it J4 goes without DuckDB")
    parser.add_argument("--peers", help="folder with the peers' scripts; without it Harmattan is timed alone")
    parser.add_argument("--work", required=True, help="folder for outputs, log.txt and results.json")
    parser.add_argument("--jobs", default="j1,j2,j3,j4")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--python", default="/usr/bin/python3", help="the Python that runs the peers' scripts")
    options = parser.parse_args()
    jobs = options.jobs.split(",")
    if unknown := [job for job in jobs if job not in ("j1", "j2", "j3", "j4")]:
        parser.error(f"unknown job {unknown[0]}: the jobs are j1, j2, j3 and j4")
    if {"j3", "j4"} & set(jobs) and not options.world:
        parser.error("j3 and j4 need --world")
    if options.repeats < 1:
        parser.error("--repeats must be at least 1")
    for path in filter(None, [options.events, options.basemap, options.world, options.peers, options.duckdb]):
        if not os.path.exists(path):
            parser.error(f"{path} does not exist")

    os.makedirs(options.work, exist_ok=True)
    bench = Bench(options)
    print(f"{processor()}, {os.cpu_count()} cores; load average {os.getloadavg()[0]:.1f}; "
          f"{options.repeats} runs each, in turn")
    for job in jobs:
        getattr(bench, job)()
    with open(bench.out("results.json"), "w", encoding="utf-8") as file:
        json.dump({"results": bench.results, "verdicts": bench.verdicts}, file, indent=1)
    print(f"\nEvery run, with its command: {bench.out('results.json')}")


if __name__ == "__main__":
    main()
