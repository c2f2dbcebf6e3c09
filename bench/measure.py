"""Runs one command and says what it cost."""
import dataclasses
import os
import subprocess
import time


@dataclasses.dataclass
class Cost:
    wall_s: float
    cpu_s: float      # user and system, of the command and of the children it waited for
    peak_mib: float   # resident, of the largest single process among them
    load: float       # the machine's load average (1 minute) just before
    status: int


def run(command, log_path, environment=None):
    """Standard output and error go to the end of the file `log_path`."""
    load = os.getloadavg()[0]
    with open(log_path, "ab") as log:
        log.write(("$ " + " ".join(command) + "\n").encode())
        log.flush()
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                 env={**os.environ, **(environment or {})})
        # wait4 gives the costs of this child alone; the total of all children would not do for repeated runs.
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    return Cost(wall_s=wall, cpu_s=usage.ru_utime + usage.ru_stime, peak_mib=usage.ru_maxrss / 1024, load=load,
                status=child.returncode)
