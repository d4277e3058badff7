from delta import late

early = 1
