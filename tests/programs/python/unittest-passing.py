import unittest

def is_palindrome(s):
    s = [c.lower() for c in s if c.isalnum()]
    return s == s[::-1]

class TestPalindrome(unittest.TestCase):
    def test_simple(self):
        self.assertTrue(is_palindrome("A man, a plan, a canal: Panama"))

    def test_not(self):
        self.assertFalse(is_palindrome("race a car"))

    def test_many(self):
        for text in ["", "a", "aa"]:
            with self.subTest(text=text):
                self.assertTrue(is_palindrome(text))

suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestPalindrome)
result = unittest.TextTestRunner(verbosity=0, stream=open('/dev/null', 'w')).run(suite)
print(result.testsRun, result.wasSuccessful(), result.failures)
