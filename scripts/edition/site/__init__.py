"""The pages of the site, as HTML. Knows no site generator: `scripts/hooks.py` connects them."""
