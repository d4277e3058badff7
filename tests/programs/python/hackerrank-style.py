#!/bin/python3

import math
import os
import random
import re
import sys

def simpleArraySum(ar):
    return sum(ar)

if __name__ == '__main__':
    ar_count = int(input().strip())
    ar = list(map(int, input().rstrip().split()))
    result = simpleArraySum(ar)
    print(str(result) + '\n', end='')
    sys.stdout.write(f'{ar_count}\n')
