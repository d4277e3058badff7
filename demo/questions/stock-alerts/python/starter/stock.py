def stock_after(moves):
    """The stock after all moves, and the numbers of those that were refused."""
    return {"stock": {}, "refused": []}
