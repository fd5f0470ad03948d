"""`python -m migfacts.languages`: finish the word tables of every language and keep them.

The first run of the program does so as well; an installer may do it for those who may not write.
"""

import sys

from migfacts.languages import data, load

sys.dont_write_bytecode = False
for path in sorted(data.HERE.glob("*/numbers.txt")):
    load(path.parent.name)
