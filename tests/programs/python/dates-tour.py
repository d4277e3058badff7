from datetime import UTC, date, datetime, time, timedelta, timezone
import calendar

d = date(2024, 2, 28)
print(d + timedelta(days=2), d.isoformat(), d.isocalendar(), d.weekday(), d.strftime("%A %d %B %Y, week %W, day %j"))
for text in ("2024-03-10", "2024-03-10T12:30:05.250", "2024-03-10 12:30:05+02:00", "20240310T123005Z"):
    print(repr(datetime.fromisoformat(text)))
print(datetime.strptime("31/Dec/1999 23:59", "%d/%b/%Y %H:%M"), datetime.strptime("1:05 PM", "%I:%M %p").time())
delta = datetime(2024, 3, 1, 6) - datetime(2023, 12, 25, 18, 30, 15)
print(delta, delta.days, delta.seconds, delta.total_seconds(), repr(-delta), abs(-delta) == delta)
print(timedelta(hours=50, minutes=-30) // timedelta(hours=1), divmod(timedelta(days=1), timedelta(hours=7)))
tz = timezone(timedelta(hours=5, minutes=30), "IST")
moment = datetime(2024, 7, 1, 12, tzinfo=tz)
print(moment, moment.astimezone(UTC), moment.tzname(), moment.timestamp(), repr(tz))
print(datetime.fromtimestamp(86400 * 365.25, UTC), datetime(1970, 1, 1, tzinfo=UTC).timestamp())
print(f"{moment:%H:%M %z}", time(9, 5).isoformat(timespec="minutes"), moment.replace(month=1).date())
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month_name[5])
print(calendar.month(2024, 2))
for attempt in (lambda: date(2023, 2, 29), lambda: datetime.strptime("x", "%Y"), lambda: moment - datetime(2024, 1, 1), lambda: date.fromisoformat("2024-13-01")):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(sorted([date(2024, 5, 1), date(2023, 1, 2)])[0], min(d, date.max), (date(2024, 12, 25) - d).days)
