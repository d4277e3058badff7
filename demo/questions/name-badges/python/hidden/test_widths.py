import unittest

from main import badge


class Widths(unittest.TestCase):
    def test_every_badge_has_its_width(self):
        for width in range(1, 60):
            self.assertEqual(len(badge("Ada", width)), width)

    def test_sides_differ_by_one_star_at_most(self):
        for width in range(3, 60):
            left, right = badge("Ada", width).split("Ada")
            self.assertIn(len(right) - len(left), (0, 1))
