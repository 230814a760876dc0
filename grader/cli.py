"""The commands: words only. What they do is in the layers below."""

import sys
from typing import Any

import click

from grader import errors
from grader.cli_author import new_command, problems_command, show_command, verify_command
from grader.cli_batch import batch_command
from grader.cli_engine import doctor_command, sandbox_group
from grader.cli_import import import_group
from grader.cli_interview import history_command, start_command, try_command
from grader.cli_options import say
from grader.cli_submit import report_command, submit_command
from grader.display import visible
from grader.errors import GraderError
from grader.grading import grader_version
from grader.leaving import interruptible


class Commands(click.Group):
    """Turns our errors into one line and the right exit code; Ctrl-C and SIGTERM into 130."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            with interruptible():
                code = super().main(*args, **kwargs)
        except GraderError as error:
            say(f"error: {visible(str(error))}")
            code = error.exit_code
        except click.ClickException as error:
            error.show()
            code = errors.EXIT_USAGE
        except (click.Abort, KeyboardInterrupt):
            say("interrupted: nothing is left running")
            code = errors.EXIT_INTERRUPTED
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(grader_version(), prog_name="grader")
def main() -> None:
    """Grade machine-learning code written from scratch: correctness, runtime and memory.

    \b
    Examples:
      grader problems                      what there is
      grader show knn                      what the candidate reads
      grader submit knn solution.py        grade it: result.json and report.html
      grader start knn --candidate ada     an interview: a folder to work in, and the clock
      grader batch knn submissions/        grade everybody's, and compare them
      grader doctor                        is the sandbox there, and does it hold?

    Exit codes: 0 accepted, 1 graded and not accepted, 2 usage or a broken problem folder,
    3 a fault of ours (engine, image, sandbox), 130 interrupted.
    """


COMMANDS = (
    batch_command, doctor_command, history_command, import_group, new_command, problems_command,
    report_command, sandbox_group, show_command, start_command, submit_command, try_command,
    verify_command,
)  # fmt: skip
for _command in COMMANDS:
    main.add_command(_command)
