import sqlite3
db = sqlite3.connect(":memory:")
db.row_factory = sqlite3.Row
db.executescript("create table t(id integer primary key, name text unique); insert into t(name) values ('a'), ('b');")
print([dict(r) for r in db.execute("select * from t where id > ? order by id desc", (0,))])
db.execute("insert into t(name) values ('a')")
