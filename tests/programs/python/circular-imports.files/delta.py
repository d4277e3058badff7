from gamma import early

late = 2
