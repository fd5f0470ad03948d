"""From bytes to text: UTF-8, what a byte order mark names, or an older encoding recognised."""

import codecs
import re

from .error import DocumentError, printable

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (doc, xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_SAVE = "save its text as UTF-8 in a .txt or .md file"
# Encodings in which prose is found besides UTF-8, by language area.
_OLDER = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp437", "cp850", "cp852", "cp866", "mac_roman", "koi8_r", "koi8_u", "cp874"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
# What windows-1252 would read where the bytes are of another encoding: a symbol inside a word, a
# capital after a small letter, letters that only Iceland uses, three accents in a row.
_NOT_WESTERN = (
    r"[^\W\d_][‚ƒ„†‡ˆ‰‹¡¢¤¥¦§¨©ª«¬®¯±²³´µ¶¸¹º»¼½¾¿×÷˜™›€][^\W\d_]"
    r"|[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŒŸ]|[ðþÐÞ]|[À-ÖØ-öø-ÿŠŽŒŸšžœ]{3}|[\x01-\x08\x0e-\x1a]"
)
_BEYOND_ASCII = "[^\x00-\x7f\ufffd]"


def decode(data: bytes, name: str) -> str:
    """Take what a file holds and its name, give its text without a byte order mark.

    Ends of lines stay as they are. DocumentError if the bytes are no text or fit no encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, name, mark, encoding)
    _refuse_binary(data, name)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        text = None if _is_broken_utf8(data, error) else _older(data)
        if text is None:
            raise DocumentError(
                f"{printable(name)}: byte {error.start} is not UTF-8, and no other encoding "
                f"fits; {_SAVE}"
            ) from error
        return text


def _marked(data: bytes, name: str, mark: bytes, encoding: str) -> str:
    """Read the bytes after the byte order mark in the encoding that it names."""
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        raise DocumentError(
            f"{printable(name)}: byte {at} is not {encoding.upper()}, which the mark at the head "
            f"of the file names; {_SAVE}"
        ) from error


def _refuse_binary(data: bytes, name: str) -> None:
    """Raise DocumentError for bytes that are no text."""
    for head, what in _BINARY:
        if data.startswith(head):
            raise DocumentError(f"{printable(name)}: not text but {what}; {_SAVE}")
    at = data.find(b"\0")
    if at >= 0:
        raise DocumentError(f"{printable(name)}: not text, byte {at} is NUL; {_SAVE}")


def _is_broken_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Say whether the bytes are UTF-8 with faults or cut short, not of another encoding."""
    if error.reason == "unexpected end of data" and error.end - error.start > 1:
        return True
    read = data.decode(errors="replace")
    good = len(re.findall(_BEYOND_ASCII, read))
    return good > 0 and good >= read.count("\ufffd")


def _older(data: bytes) -> str | None:
    """Read the bytes in the older encoding that fits them best; None if none does.

    Western texts are told by rule: a short one holds too few bytes beyond ASCII for statistics.
    """
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        pass
    else:
        if not re.search(_NOT_WESTERN, western):
            return western
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_OLDER).best()
    return None if best is None else str(best)
