from .rules import discount
