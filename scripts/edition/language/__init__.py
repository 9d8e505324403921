"""Dates, languages, scripts and typography: what is known of words whatever they say. Imports nothing of the edition."""
