"""At the import it closes the pipe of its requests and says that it is loaded."""

import json, os, struct, time

TEXT = json.dumps({"d": [["loaded", True]]}).encode()
TEXT += b" " * (-len(TEXT) % 16)
os.close(3)
os.write(4, struct.pack(">QQQ", 16 + len(TEXT), len(TEXT), 0) + TEXT)
time.sleep(0.2)
os._exit(0)
