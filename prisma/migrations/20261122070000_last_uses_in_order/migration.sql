-- Pages far into the order by last use are found in this index alone: PostgreSQL looks a row up for what an expression is made
-- of, unless that is in the index too.
DROP INDEX key_last_uses_by_time;
CREATE INDEX key_last_uses_by_time ON key_last_uses (agency_id, at_location, (coalesce(last_used_at, '-infinity'::timestamptz)), key_id)
  INCLUDE (last_used_at);
