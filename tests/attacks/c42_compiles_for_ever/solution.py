"""Constants that the compiler folds, and nested functions of a very large text."""

text = "lambda: " * 90 + "(" + "x if y else " * 2000 + "0)"
while True:
    compile(text, "made", "eval")
