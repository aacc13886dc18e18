-- The case file, version 1. Times are UTC after ISO 8601, contents JSON, digests SHA-256 in hexadecimal digits.
-- Tables with an "entry" are append-only: the named entry of the audit log carries the digest of the row's content.

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  program TEXT NOT NULL,
  action TEXT NOT NULL,
  exhibit INTEGER,
  facts TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_of_exhibit ON audit (exhibit) WHERE exhibit IS NOT NULL;

CREATE TABLE details (
  version INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL UNIQUE REFERENCES audit,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE exhibit (
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  entry INTEGER NOT NULL UNIQUE REFERENCES audit,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE intake (
  exhibit INTEGER PRIMARY KEY REFERENCES exhibit,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  entry INTEGER NOT NULL UNIQUE REFERENCES audit,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX intake_by_digest ON intake (sha256);

CREATE TABLE failure (
  id INTEGER PRIMARY KEY,
  exhibit INTEGER NOT NULL REFERENCES exhibit,
  entry INTEGER NOT NULL UNIQUE REFERENCES audit,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX failure_of_exhibit ON failure (exhibit);

CREATE TABLE examination (
  id INTEGER PRIMARY KEY,
  exhibit INTEGER NOT NULL REFERENCES exhibit,
  at TEXT NOT NULL,
  model TEXT NOT NULL,
  outcome TEXT NOT NULL,
  score REAL NOT NULL,
  area REAL NOT NULL,
  peak REAL NOT NULL,
  regions INTEGER NOT NULL,
  file_sha256 TEXT NOT NULL,
  conditions_sha256 TEXT NOT NULL,
  entry INTEGER NOT NULL UNIQUE REFERENCES audit,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX examination_of_exhibit ON examination (exhibit);

-- The lossless map of an examination in strips of whole rows, see MapStrips.
CREATE TABLE map_strip (
  examination INTEGER NOT NULL REFERENCES examination,
  strip INTEGER NOT NULL,
  width INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (examination, strip)
) STRICT;

CREATE TABLE annotation (
  id INTEGER PRIMARY KEY,
  annotation INTEGER NOT NULL,
  version INTEGER NOT NULL,
  exhibit INTEGER NOT NULL REFERENCES exhibit,
  entry INTEGER NOT NULL UNIQUE REFERENCES audit,
  content TEXT NOT NULL,
  UNIQUE (annotation, version)
) STRICT;
CREATE INDEX annotation_of_exhibit ON annotation (exhibit);

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  finding INTEGER NOT NULL,
  version INTEGER NOT NULL,
  exhibit INTEGER NOT NULL REFERENCES exhibit,
  entry INTEGER NOT NULL UNIQUE REFERENCES audit,
  content TEXT NOT NULL,
  UNIQUE (finding, version)
) STRICT;
CREATE INDEX finding_of_exhibit ON finding (exhibit);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  colour TEXT NOT NULL
) STRICT;

CREATE TABLE exhibit_tag (
  exhibit INTEGER NOT NULL REFERENCES exhibit,
  tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
  PRIMARY KEY (exhibit, tag)
) STRICT, WITHOUT ROWID;

-- What applies at present, derived from the tables above, so that a list of thousands is one query.
CREATE TABLE standing (
  exhibit INTEGER PRIMARY KEY REFERENCES exhibit,
  item INTEGER NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  path TEXT NOT NULL,
  storage TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER,
  sha256 TEXT,
  width INTEGER,
  height INTEGER,
  examination INTEGER REFERENCES examination,
  model TEXT,
  outcome TEXT,
  score REAL,
  area REAL,
  peak REAL,
  regions INTEGER,
  examined_at TEXT,
  examinations INTEGER NOT NULL DEFAULT 0,
  error_code TEXT,
  error TEXT,
  conclusion TEXT,
  review TEXT,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX standing_by_path ON standing (path);
CREATE INDEX standing_by_digest ON standing (sha256, withdrawn, exhibit);

CREATE TABLE thumbnail (
  exhibit INTEGER PRIMARY KEY REFERENCES exhibit,
  bytes BLOB NOT NULL
) STRICT;

-- Work that is planned or in hand; it is not evidence and leaves no entry in the audit log.
CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  exhibit INTEGER NOT NULL REFERENCES exhibit,
  running INTEGER NOT NULL DEFAULT 0,
  request TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX job_of_exhibit ON job (exhibit);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER details_no_update BEFORE UPDATE ON details BEGIN SELECT RAISE(ABORT, 'details is append-only'); END;
CREATE TRIGGER details_no_delete BEFORE DELETE ON details BEGIN SELECT RAISE(ABORT, 'details is append-only'); END;
CREATE TRIGGER exhibit_no_update BEFORE UPDATE ON exhibit BEGIN SELECT RAISE(ABORT, 'exhibit is append-only'); END;
CREATE TRIGGER exhibit_no_delete BEFORE DELETE ON exhibit BEGIN SELECT RAISE(ABORT, 'exhibit is append-only'); END;
CREATE TRIGGER intake_no_update BEFORE UPDATE ON intake BEGIN SELECT RAISE(ABORT, 'intake is append-only'); END;
CREATE TRIGGER intake_no_delete BEFORE DELETE ON intake BEGIN SELECT RAISE(ABORT, 'intake is append-only'); END;
CREATE TRIGGER failure_no_update BEFORE UPDATE ON failure BEGIN SELECT RAISE(ABORT, 'failure is append-only'); END;
CREATE TRIGGER failure_no_delete BEFORE DELETE ON failure BEGIN SELECT RAISE(ABORT, 'failure is append-only'); END;
CREATE TRIGGER examination_no_update BEFORE UPDATE ON examination BEGIN SELECT RAISE(ABORT, 'examination is append-only'); END;
CREATE TRIGGER examination_no_delete BEFORE DELETE ON examination BEGIN SELECT RAISE(ABORT, 'examination is append-only'); END;
CREATE TRIGGER map_strip_no_update BEFORE UPDATE ON map_strip BEGIN SELECT RAISE(ABORT, 'map_strip is append-only'); END;
CREATE TRIGGER map_strip_no_delete BEFORE DELETE ON map_strip BEGIN SELECT RAISE(ABORT, 'map_strip is append-only'); END;
CREATE TRIGGER annotation_no_update BEFORE UPDATE ON annotation BEGIN SELECT RAISE(ABORT, 'annotation is append-only'); END;
CREATE TRIGGER annotation_no_delete BEFORE DELETE ON annotation BEGIN SELECT RAISE(ABORT, 'annotation is append-only'); END;
CREATE TRIGGER finding_no_update BEFORE UPDATE ON finding BEGIN SELECT RAISE(ABORT, 'finding is append-only'); END;
CREATE TRIGGER finding_no_delete BEFORE DELETE ON finding BEGIN SELECT RAISE(ABORT, 'finding is append-only'); END;
