"""Problem sets that exist → problem folders: `lines` reads, `folders` writes, the rest is pure."""
