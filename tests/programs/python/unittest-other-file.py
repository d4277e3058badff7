import unittest

import calc
from test_calc import TestCalc


class TestMore(unittest.TestCase):
    def test_divide(self):
        self.assertEqual(calc.divide(6, 3), 2)

    def test_zero(self):
        calc.divide(1, 0)


if __name__ == "__main__":
    unittest.main()
