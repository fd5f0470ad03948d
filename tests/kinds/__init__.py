"""Tests of the kinds: one case file a kind."""
