import sys

from times import seconds_of, time_text

songs = [line.split() for line in sys.stdin if line.strip()]
total = sum(seconds_of(song[0]) for song in songs)
print(f"{len(songs)} songs, {time_text(total)}")
