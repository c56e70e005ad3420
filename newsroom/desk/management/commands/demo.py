import os
import shutil
import signal
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from newsroom.desk.demonstration import people, story

DATABASE = settings.VAR_DIR / "demonstration.sqlite3"
BUILDING = settings.VAR_DIR / "demonstration.building.sqlite3"
SNAPSHOTS = settings.VAR_DIR / "demonstration.snapshots"


class Command(BaseCommand):
    help = "Makes the demonstration, unless it is there, and serves it on this machine."

    def add_arguments(self, parser):
        parser.add_argument("--prepare", action="store_true", help="only make it, in the database of DATABASE_URL")

    def handle(self, *, prepare, **options):
        if prepare:
            self.tell_story()
            return
        origin = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
        environment = self.prepared(origin)
        manage("migrate", "--verbosity", "0", "--database", "usage", environment=environment)
        self.serve(origin, environment)

    def tell_story(self):
        call_command("migrate", verbosity=0)
        users = people.make_accounts()
        if story.is_told():
            return
        for title, chapter in story.chapters(users):
            started = time.monotonic()
            self.stdout.write(f"{title} ...", ending=" ")
            self.stdout.flush()
            chapter()
            self.stdout.write(f"{time.monotonic() - started:.0f} s")
        if settings.PUBLIC_ORIGIN:
            call_command("snapshot", stdout=self.stdout)

    def prepared(self, origin: str) -> dict:
        """The environment of a database that holds the whole story. One that was broken off is begun again."""
        if os.environ.get("DATABASE_URL"):
            return manage("demo", "--prepare", NEWSROOM_ORIGIN=origin)
        if DATABASE.exists():
            return manage("migrate", "--verbosity", "0", database=DATABASE)
        for left in settings.VAR_DIR.glob(f"{BUILDING.name}*"):
            left.unlink()
        shutil.rmtree(SNAPSHOTS, ignore_errors=True)
        manage("demo", "--prepare", database=BUILDING, NEWSROOM_ORIGIN=origin)
        BUILDING.rename(DATABASE)
        return environment_of(DATABASE)

    def serve(self, origin, environment):
        self.stdout.write(
            ADDRESSES.format(origin=origin, accounts=", ".join(people.ACCOUNTS), password=people.PASSWORD)
        )
        self.stdout.flush()
        port = origin.rpartition(":")[2]
        server = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", port, "--workers", "2"]
        server += ["--blocking-threads", "4"]
        workers = (["manage.py", "tick", "--loop", "1"], ["manage.py", "deliver", "--loop", "1"])
        # Receivers of webhooks may be tried on this machine.
        environment = {**environment, "NEWSROOM_WEBHOOKS_TO_THIS_MACHINE": "on"}
        commands = ([*server, "--no-ws", "newsroom.wsgi:application"], *workers)
        run_together([start(command, environment) for command in commands])


def environment_of(database) -> dict:
    own = {"DATABASE_URL": f"sqlite:///{database}", "NEWSROOM_SNAPSHOTS": str(SNAPSHOTS)}
    return os.environ | (own if database else {})


def manage(*arguments, database=None, environment=None, **more) -> dict:
    """Run a command to its end in a process of its own, with `more` in its environment; the environment without."""
    environment = environment or environment_of(database)
    if start(["manage.py", *arguments], more | environment).wait():
        raise CommandError("The demonstration could not be made; see above.")
    return environment


def start(arguments, environment):
    return subprocess.Popen([sys.executable, *arguments], cwd=settings.BASE_DIR, env=environment)  # noqa: S603


ADDRESSES = """
Communiqué is served on {origin}

  readers    {origin}/en/   {origin}/fr/   {origin}/ar/   {origin}/az/
  dossier    {origin}/en/dossiers
  partners   {origin}/api/v1/
  desk       {origin}/admin/   accounts: {accounts}
             all with the password {password}

Stop with Ctrl-C.
"""


def run_together(processes):
    """Until one of them ends or this process is told to; then all end."""

    def stop(*_):
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.2)
    except KeyboardInterrupt:
        pass
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
