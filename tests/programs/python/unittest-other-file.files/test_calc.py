import unittest

from calc import add


class TestCalc(unittest.TestCase):
    def setUp(self):
        self.n = 2

    def test_add(self):
        self.assertEqual(add(self.n, 2), 4)

    def test_wrong(self):
        self.assertEqual(add(self.n, 2), 5, "they differ")
