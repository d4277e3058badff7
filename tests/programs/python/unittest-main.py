import unittest

def add(a, b):
    return a + b

class TestAdd(unittest.TestCase):
    def setUp(self):
        self.base = 1

    def test_add(self):
        self.assertEqual(add(self.base, 2), 3)

    @unittest.skip("later")
    def test_skipped(self):
        self.fail()

    def test_raises(self):
        with self.assertRaisesRegex(TypeError, "unsupported"):
            add(1, "a")

if __name__ == "__main__":
    import sys
    sys.stderr = sys.stdout
    result = unittest.main(exit=False, verbosity=2).result
    print(len(result.skipped))
