"""Tests of migfacts; folders as there."""
