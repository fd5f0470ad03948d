"""SQL over facts: a statement over all of them, or a condition on one at a time.

Both only compute. Neither can write, read a file, or run without end.
"""

from migfacts.sql.conditions import condition
from migfacts.sql.mending import SqlError
from migfacts.sql.statement import Result, Statement

__all__ = ["Result", "SqlError", "Statement", "condition"]
