"""The parts of `scripts/services` that decide something. No server is started here."""

import json
import os
import shlex
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.local_services import processes
from scripts.local_services.account import Account, can_enter, service_account
from scripts.local_services.command_line import export_lines, parser
from scripts.local_services.elasticsearch_cluster import Node, has_nodes, node_settings
from scripts.local_services.elasticsearch_distribution import checksum, major_version
from scripts.local_services.errors import ServiceUnavailable
from scripts.local_services.places import REPOSITORY
from scripts.local_services.ports import free_ports
from scripts.local_services.postgresql import find_programs, says_ready
from scripts.local_services.processes import ProcessIdentity
from scripts.local_services.waiting import wait_until_ready

MYSELF = Account(os.geteuid(), os.getegid())


@pytest.fixture
def sleeper():
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    yield process
    process.kill()
    process.wait()


class TestCommandLine:
    @pytest.mark.parametrize(
        ("arguments", "meaning"),
        [
            (["start"], {"command": "start", "only": None, "nodes": None, "secured": False}),
            (["start", "--nodes", "3"], {"command": "start", "only": None, "nodes": 3, "secured": False}),
            (["start", "--secured"], {"command": "start", "only": None, "nodes": None, "secured": True}),
            (
                ["start", "--only", "postgresql"],
                {"command": "start", "only": "postgresql", "nodes": None, "secured": False},
            ),
            (["stop"], {"command": "stop", "only": None, "delete_data": False}),
            (["stop", "--delete-data"], {"command": "stop", "only": None, "delete_data": True}),
            (["status"], {"command": "status"}),
            (["env"], {"command": "env"}),
        ],
    )
    def test_understands(self, arguments, meaning):
        assert vars(parser().parse_args(arguments)) == meaning

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["restart"],
            ["start", "--nodes", "0"],
            ["start", "--nodes", "x"],
            ["start", "--nodes", "2", "--secured"],
            ["env", "--only"],
        ],
    )
    def test_refuses(self, arguments, capsys):
        with pytest.raises(SystemExit) as refusal:
            parser().parse_args(arguments)
        assert refusal.value.code == 2
        assert "usage: scripts/services" in capsys.readouterr().err

    def test_runs_as_a_program(self):
        answer = subprocess.run(
            [sys.executable, REPOSITORY / "scripts" / "services", "--help"], capture_output=True, text=True, cwd="/"
        )
        assert (answer.returncode, answer.stdout.split()[:2]) == (0, ["usage:", "scripts/services"])


class TestEnvironmentLines:
    def test_nothing_runs(self):
        assert export_lines({}) == ""

    def test_a_shell_reads_back_exactly_what_was_meant(self):
        values = {"DATABASE_URL": "postgresql://a:b'c@h/d e", "ELASTICSEARCH_URL": 'http://h:1,$(x)`"\n'}
        script = (
            export_lines(values)
            + f"{shlex.quote(sys.executable)} -c "
            + shlex.quote(
                "import json, os; print(json.dumps({n: os.environ[n] for n in ('DATABASE_URL', 'ELASTICSEARCH_URL')}))"
            )
        )
        answer = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True)
        assert json.loads(answer.stdout) == values


class TestProcessIdentity:
    def test_a_running_process_is_recognised_from_its_file(self, sleeper, tmp_path):
        identity = processes.identity_of(sleeper.pid)
        processes.write_identity(tmp_path / "x.process", identity)
        kept = processes.read_identity(tmp_path / "x.process")
        assert (kept, processes.is_running(kept)) == (identity, True)

    @pytest.mark.parametrize("other", [{"began": 1}, {"boot": "another start of the machine"}])
    def test_a_number_given_to_another_process_is_not_taken_for_it(self, sleeper, other):
        stranger = replace(processes.identity_of(sleeper.pid), **other)
        assert processes.is_running(stranger) is False
        processes.end(stranger, patience=0)
        assert sleeper.poll() is None

    def test_an_ended_process_that_nobody_reaped_is_not_running(self, sleeper):
        identity = processes.identity_of(sleeper.pid)
        os.kill(sleeper.pid, signal.SIGKILL)
        assert processes.wait_until_gone(identity, 10) is True
        assert processes.identity_of(sleeper.pid) is None

    def test_ending_asks_first(self, sleeper):
        processes.end(processes.identity_of(sleeper.pid), patience=10)
        assert sleeper.wait(10) == -signal.SIGTERM

    def test_ending_uses_force_on_the_deaf(self):
        code = (
            "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(600)"
        )
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True) as deaf:
            deaf.stdout.readline()
            processes.end(processes.identity_of(deaf.pid), patience=0.2)
            assert deaf.wait(10) == -signal.SIGKILL

    def test_a_name_with_brackets_and_spaces_is_read_past(self, tmp_path, monkeypatch):
        (tmp_path / "7").mkdir()
        rest = " ".join(str(number) for number in range(4, 53))
        (tmp_path / "7" / "stat").write_text(f"7 (a ) R (b) S {rest}\n")
        (tmp_path / "sys/kernel/random").mkdir(parents=True)
        (tmp_path / "sys/kernel/random/boot_id").write_text("start-1\n")
        monkeypatch.setattr(processes, "PROC", tmp_path)
        assert processes.identity_of(7) == ProcessIdentity(pid=7, began=22, boot="start-1")

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}', '{"pid": 1, "began": 2, "boot": "", "x": 0}'])
    def test_a_damaged_file_names_no_process(self, content, tmp_path):
        (tmp_path / "x.process").write_text(content)
        assert processes.read_identity(tmp_path / "x.process") is None

    def test_a_missing_file_names_no_process(self, tmp_path):
        assert processes.read_identity(tmp_path / "x.process") is None


class TestWaiting:
    def test_a_process_that_ends_while_starting_is_told_with_its_log(self, sleeper, tmp_path):
        identity = processes.identity_of(sleeper.pid)
        sleeper.kill()
        sleeper.wait()
        (tmp_path / "log").write_text("first\nno room on the disk\n")
        with pytest.raises(ServiceUnavailable, match=r"(?s)X ended while starting.*no room on the disk"):
            wait_until_ready("X", lambda: False, identity, 10, tmp_path / "log")

    def test_a_process_that_is_never_ready_is_ended(self, sleeper, tmp_path):
        identity = processes.identity_of(sleeper.pid)
        with pytest.raises(ServiceUnavailable, match="X was not ready in 0 s"):
            wait_until_ready("X", lambda: False, identity, 0, tmp_path / "log")
        assert sleeper.wait(10) == -signal.SIGTERM


class TestAccount:
    def test_servers_never_run_as_root(self):
        if os.geteuid() == 0:
            assert service_account().uid != 0
        else:
            assert service_account() == MYSELF

    def test_knows_which_folders_are_open(self, tmp_path):
        assert can_enter(MYSELF, tmp_path) is True
        assert can_enter(MYSELF, tmp_path / "missing") is False


def test_ports_are_different_and_free():
    ports = free_ports(6)
    assert len(set(ports)) == 6
    assert all(1024 <= port <= 65535 for port in ports)


class TestPostgresql:
    def stub(self, folder: Path, says: str, status: int = 0) -> Path:
        folder.mkdir()
        for name in ("initdb", "postgres"):
            (folder / name).write_text(f"#!/bin/sh\necho '{says}'\nexit {status}\n")
            (folder / name).chmod(0o755)
        return folder

    def test_takes_the_first_programs_that_really_run(self, tmp_path):
        broken = self.stub(tmp_path / "broken", "postgres (PostgreSQL) 16.1", status=1)
        other = self.stub(tmp_path / "other", "please install postgresql")
        good = self.stub(tmp_path / "good", "postgres (PostgreSQL) 15.1")
        assert find_programs(MYSELF, [tmp_path / "none", broken, other, good]) == good
        assert find_programs(MYSELF, [broken, other]) is None

    @pytest.mark.parametrize(
        ("content", "ready"),
        [
            ("12\n/d\n1\n5432\n\n127.0.0.1\n  1 2\nready   \n", True),
            ("12\n/d\n1\n5432\n\n127.0.0.1\n  1 2\nstarting\n", False),
            ("13\n/d\n1\n5432\n\n127.0.0.1\n  1 2\nready   \n", False),
            ("12\n/d\n", False),
        ],
    )
    def test_reads_readiness_from_the_servers_own_file(self, content, ready, tmp_path):
        (tmp_path / "postmaster.pid").write_text(content)
        assert says_ready(tmp_path / "postmaster.pid", 12) is ready

    def test_is_not_ready_before_the_file_is_there(self, tmp_path):
        assert says_ready(tmp_path / "postmaster.pid", 12) is False


class TestElasticsearch:
    nodes = (Node("elasticsearch-1", 1001, 2001), Node("elasticsearch-2", 1002, 2002))

    def test_a_lone_node_looks_for_nobody(self):
        settings = node_settings(self.nodes[0], [self.nodes[0]], Path("/d"), Path("/l"))
        assert settings["discovery.type"] == "single-node"
        assert "discovery.seed_hosts" not in settings

    def test_several_nodes_know_each_other(self):
        settings = node_settings(self.nodes[1], list(self.nodes), Path("/d"), Path("/l"))
        assert settings["discovery.seed_hosts"] == ["127.0.0.1:2001", "127.0.0.1:2002"]
        assert settings["cluster.initial_master_nodes"] == ["elasticsearch-1", "elasticsearch-2"]
        assert (settings["http.port"], settings["network.host"]) == (1002, "127.0.0.1")
        assert "discovery.type" not in settings

    def test_a_secured_node_is_reached_over_tls_alone(self):
        node = Node("elasticsearch-1", 1001, 2001, secured=True)
        settings = node_settings(node, [node], Path("/d"), Path("/l"))
        assert node.url == "https://127.0.0.1:1001"
        assert settings["xpack.security.enabled"] is True
        assert settings["xpack.security.http.ssl.enabled"] is True
        assert node_settings(self.nodes[0], [self.nodes[0]], Path("/d"), Path("/l"))["xpack.security.enabled"] is False

    def test_nobody_listens(self):
        [port] = free_ports(1)
        assert has_nodes(f"http://127.0.0.1:{port}", 1) is False

    @pytest.mark.parametrize(
        ("says", "major"),
        [
            ('openjdk version "17.0.15" 2025-04-15', 17),
            ('openjdk version "21" 2023-09-19', 21),
            ('java version "1.8.0_392"', 8),
            ("Unable to locate a Java Runtime.", 0),
        ],
    )
    def test_reads_the_version_of_java(self, says, major):
        assert major_version(says) == major

    def test_checksum_is_sha256(self, tmp_path):
        (tmp_path / "empty").touch()
        assert checksum(tmp_path / "empty") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
