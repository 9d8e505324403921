"""In: sizes and a seed. Out: invented editions of those sizes, what building them costs with this machine and with others, and a table of it."""
