"""Tests of coreference: the signs that two numbers are told of one thing."""
