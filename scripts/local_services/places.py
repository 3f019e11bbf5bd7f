"""Where the services keep their things."""

import shutil
import tempfile
from pathlib import Path

from scripts.local_services.account import Account, can_enter

REPOSITORY = Path(__file__).resolve().parent.parent.parent
STATE = REPOSITORY / "var" / "services"
_ELSEWHERE = "elsewhere"


def data_folder(account: Account) -> Path:
    """The folder for the servers' files: `var/services`, if the servers' account may go there.

    It may not when root works in a folder closed to others, such as its home. Then a folder among the
    temporary files stands in, and its path is remembered in `var/services`.
    """
    STATE.mkdir(parents=True, exist_ok=True)
    if account.is_self or can_enter(account, STATE):
        return STATE
    remembered = STATE / _ELSEWHERE
    if remembered.exists() and (folder := Path(remembered.read_text())).is_dir():
        return folder
    folder = Path(tempfile.mkdtemp(prefix="continuum-services-"))
    folder.chmod(0o755)
    remembered.write_text(str(folder))
    return folder


def delete_everything() -> None:
    """Delete the servers' files, wherever they are. The servers must have been stopped before."""
    remembered = STATE / _ELSEWHERE
    if remembered.exists():
        shutil.rmtree(remembered.read_text(), ignore_errors=True)
    shutil.rmtree(STATE, ignore_errors=True)
