from zoneinfo import ZoneInfo
from datetime import datetime
print(datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("UTC")).isoformat())
print(datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("America/New_York")).isoformat())
