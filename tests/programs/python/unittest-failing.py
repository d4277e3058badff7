import unittest, io

class TestWrong(unittest.TestCase):
    def test_wrong(self):
        self.assertEqual([1, 2], [1, 3])

out = io.StringIO()
result = unittest.TextTestRunner(stream=out).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestWrong))
lines = out.getvalue().splitlines()
print(lines[0], [l for l in lines if 'AssertionError' in l or l.startswith('FAILED')])
raise SystemExit(not result.wasSuccessful())
