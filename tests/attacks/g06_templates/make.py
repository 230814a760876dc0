"""Templates in the file's name, the source, the output and the exception."""

import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    text = "{{ 7 * 7 }}{% include '/etc/passwd' %}{# #}${7*7}<%= 7 %>%(x)s{0}{config}#{7}"
    path = folder / "{{ 7 * 7 }}{% raw %}.py"
    path.write_text(
        f"# {text}\n\n\ndef knn_predict(train_X, train_y, queries, k):\n    print({text!r})\n    raise KeyError({text!r})\n"
    )
    return path
