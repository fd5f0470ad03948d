"""What stands beside a numeral, whatever its kind: bounds, denominators, dates."""
