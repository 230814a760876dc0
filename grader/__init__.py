"""Grades machine-learning code that candidates write from scratch."""
