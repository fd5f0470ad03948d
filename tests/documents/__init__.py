"""Tests of migfacts.documents."""
