"""Speed and accuracy of migfacts, measured over the seed documents."""
