"""The pages: paragraphs, citations, links, and what is known of places in them."""
