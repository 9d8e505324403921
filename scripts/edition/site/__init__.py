"""For readers: citations, lists and tables as Markdown and HTML. Imports the model and knows no site generator."""
