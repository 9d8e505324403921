"""The whole edition as one book.

`contents.make_book` makes a Book: chapters of plain XHTML. Three writers read it: `pdf` (through
`typst_markup`), `epub` and `plain_text`. `book_files` is what a build uses. What Typst and the
plain text make of an element is said in XSLT, in templates/.
"""
