-- The history of incidents, for the option postgres.url. Made once, by whoever may make tables; the jobs only write rows.
CREATE TABLE IF NOT EXISTS incident_revisions (
  id            text        NOT NULL,
  revision      integer     NOT NULL,
  status        text        NOT NULL,
  environment   text        NOT NULL,
  severity      text        NOT NULL,
  title         text        NOT NULL,
  first_suspect text,
  started_at    timestamptz NOT NULL,
  opened_at     timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  resolved_at   timestamptz,
  merged_into   text,
  incident      jsonb       NOT NULL, -- the whole record, as in the topic incidents
  PRIMARY KEY (id, revision)
);

CREATE INDEX IF NOT EXISTS incident_revisions_started_at ON incident_revisions (started_at);
CREATE INDEX IF NOT EXISTS incident_revisions_first_suspect ON incident_revisions (first_suspect, started_at);

-- Each incident as it is known now.
CREATE OR REPLACE VIEW incidents AS
SELECT DISTINCT ON (id) * FROM incident_revisions ORDER BY id, revision DESC;

-- How soon they are found and over, by first suspect and day on which they were over.
CREATE OR REPLACE VIEW incident_times AS
SELECT environment, first_suspect, (resolved_at AT TIME ZONE 'UTC')::date AS day,
  count(*) AS incidents, avg(opened_at - started_at) AS time_to_detect, avg(resolved_at - started_at) AS time_to_resolve
FROM incidents WHERE status = 'resolved' GROUP BY 1, 2, 3;
