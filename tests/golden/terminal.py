"""The program on a pseudo-terminal of its own: what it writes is read, keys are typed, it ends."""
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "graphs"))
import shipped  # noqa: E402

PROGRAM = os.environ.get(
    "GRAPHTOOL", str(shipped.ROOT / os.environ.get("BUILD", "build") / "graphtool"))
PATIENCE = 20.0  # seconds, on a machine that is busy


class Terminal:
    """The program with its arguments, in a folder, with these variables and TERM (None: unset)."""

    def __init__(self, folder, *arguments, term="xterm", size=(24, 80), **env):
        values = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **env}
        if term is not None:
            values["TERM"] = term
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a runner in the background ignores it
            time.sleep(0.02)  # the window gets its size first
            os.execve(PROGRAM, [PROGRAM, *arguments], values)
        self.resize(size)

    def resize(self, size):
        """Rows and columns."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def read(self, seconds):
        """What comes within the time: bytes, empty when nothing did, None at the end."""
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self.master, 65536) or None
        except OSError:  # the other end is closed
            return None

    def type(self, text):
        os.write(self.master, text.encode())

    def echoes(self):
        return bool(termios.tcgetattr(self.master)[3] & termios.ECHO)

    def changed(self, options=0, patience=4.0):
        """The status (of waitpid) when the process ends or, by option, stops; else None."""
        end = time.monotonic() + patience
        while True:
            done, status = os.waitpid(self.process, os.WNOHANG | options)
            if done or time.monotonic() > end:
                return status if done else None
            time.sleep(0.02)

    def ended(self, patience=4.0):
        """The exit status, negative for a signal; None for one that had to be killed."""
        status = self.changed(patience=patience)
        if status is not None:
            return os.waitstatus_to_exitcode(status)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        return None
