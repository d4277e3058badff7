import locale

print(locale.setlocale(locale.LC_NUMERIC, "C"), locale.format_string("%.2f", 1234.5, grouping=True))
before = locale.setlocale(locale.LC_ALL)
print(locale.setlocale(locale.LC_ALL, before) == before)
for name in ("xx_YY.UTF-8", "xx_YY", ("xx_YY", "UTF-8")):
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error as error:
        print(type(error).__name__, error)
locale.setlocale(locale.LC_TIME, "xx_YY.UTF-8")
