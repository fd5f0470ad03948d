"""The one error of this stage, and names of files that are safe to print."""


class DocumentError(Exception):
    """A source that cannot be read. `str` is one line: the file, the place in it, the mend."""


def printable(name: object) -> str:
    """Take the name of a file, give it on one line with control characters and such escaped."""
    text = str(name)
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
