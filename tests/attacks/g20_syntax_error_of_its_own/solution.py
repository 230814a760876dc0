"""A syntax error that is raised, not found: its place, line and text are made up."""

text = "<script>alert(1)</script>\t\u202e\x1b[2J" * 500
raise SyntaxError("<b>made</b> up", ("solution.py", 2**70, -(2**70), text, -5, 2**40))
