# scipy's linear_sum_assignment on a matrix file: prints the seconds of the solve alone, mentees with a mentor, and the total score.
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment

numbers = np.fromfile(sys.argv[1], dtype=np.int32)
mentees, mentors = int(numbers[0]), int(numbers[1])
places = numbers[4 : 4 + mentors]
rows = numbers[4 + mentors :].reshape(mentees, mentors)
# scipy knows no places: a mentor stands there once for each, which is not counted.
score = np.repeat(rows, places, axis=1).astype(np.float64)
# Nor does it know pairs that may not be: those that may are worth so much more that as many as possible come about.
more = 0.0 if rows.min() >= 0 else 2.0 * (min(mentees, mentors) * rows.max() + 1)
gain = np.where(score < 0, 0.0, score + more)
begin = time.perf_counter()
chosen = linear_sum_assignment(gain, maximize=True)
seconds = time.perf_counter() - begin
found = score[chosen]
print(seconds, int((found >= 0).sum()), int(found[found >= 0].sum()))
