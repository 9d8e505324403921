"""Rules for untrusted input: hidden characters, dangerous HTML, look-alike domains, links.

They have no exceptions.
"""
