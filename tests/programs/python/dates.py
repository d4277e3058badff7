from datetime import datetime, date, timedelta, timezone
import calendar

d = date(2024, 2, 28)
print(d + timedelta(days=2), (date(2024, 3, 1) - d).days, d.strftime("%A %d %B %Y, week %V"))
t = datetime(2024, 12, 31, 23, 59, 59, tzinfo=timezone.utc)
print(t.isoformat(), t + timedelta(seconds=1), t.timestamp())
print(t.astimezone(timezone(timedelta(hours=5, minutes=30))))
print(datetime.strptime("03/04/2021 15:30", "%d/%m/%Y %H:%M"), datetime.fromisoformat("2021-04-03T10:00:00+02:00"))
print(calendar.month(2024, 2))
print(calendar.isleap(1900), calendar.monthrange(2023, 2), timedelta(hours=30, seconds=5), -timedelta(minutes=1))
try:
    date(2023, 2, 29)
except ValueError as e:
    print(type(e).__name__)
print(datetime.fromtimestamp(0), timezone.utc)
import time
print(time.strftime("%Z", time.gmtime(0)), time.tzname[0], time.localtime(0).tm_hour)
