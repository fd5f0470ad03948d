"""Tests of the word files."""
