"""Dates, languages, scripts and typography. Imports nothing else of the edition."""
