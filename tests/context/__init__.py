"""Tests of the context: one case file a question."""
