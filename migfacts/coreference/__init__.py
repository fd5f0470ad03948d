"""Coreference: are two numbers, told in one document or in two, surely told of the same thing?

`weighing` answers, by the points of `signs`; the others are what it asks of a pair.
"""
