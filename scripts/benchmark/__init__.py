"""Measures the edition beside what its readers would otherwise use."""
