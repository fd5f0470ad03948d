"""Tests of conversion: units, differences of temperature, rates."""
