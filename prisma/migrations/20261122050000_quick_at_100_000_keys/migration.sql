-- Lists, counts and findings that stay quick when an agency has 100,000 keys. What a list of location keys has to know of
-- each key it passes is in the index that it walks: where the key belongs, since the keys of a deleted location went with it.
DROP INDEX api_keys_by_title, api_keys_by_created, api_keys_by_creator, api_keys_by_role, api_keys_by_scopes, api_keys_by_secret;
-- In the order of code points whatever the database's own order is, so that it leads to the titles that begin with a text.
CREATE INDEX api_keys_by_title ON api_keys (agency_id, at_location, title_folded COLLATE "C", id)
  INCLUDE (location_id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_created ON api_keys (agency_id, at_location, created_at, id)
  INCLUDE (location_id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_creator ON api_keys (agency_id, at_location, created_by_name, id)
  INCLUDE (location_id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_role ON api_keys (agency_id, at_location, role, id)
  INCLUDE (location_id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_scopes ON api_keys (agency_id, at_location, scope_count, id)
  INCLUDE (location_id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_secret ON api_keys (agency_id, at_location, secret_last_four, id)
  INCLUDE (location_id) WHERE deleted_at IS NULL;

-- All that the findings of key health ask of a key itself, so that they read no keys to count them.
CREATE INDEX api_keys_at_work ON api_keys (agency_id, id)
  INCLUDE (location_id, expires_at, role, at_location, scope_count, idle_from, inactivity_exempt, secret_since, rotate_every_days,
    maker_key_id)
  WHERE deleted_at IS NULL AND revoked_at IS NULL AND enabled;

-- The hours of places are read for a day: housekeeping forgets the old ones.
CREATE INDEX place_usage_hours_by_age ON place_usage_hours (hour);
GRANT DELETE ON place_usage_hours TO latchkey_engine;

CREATE FUNCTION latchkey_forget_place_hours(before timestamptz, at_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  forgotten int;
BEGIN
  DELETE FROM place_usage_hours u USING (
    SELECT agency_id, place_id, hour, verdict, again FROM place_usage_hours WHERE hour < before
    LIMIT at_most FOR UPDATE SKIP LOCKED
  ) old WHERE u.agency_id = old.agency_id AND u.place_id = old.place_id AND u.hour = old.hour
    AND u.verdict = old.verdict AND u.again = old.again;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END $$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_forget_place_hours(timestamptz, int) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_forget_place_hours(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_forget_place_hours(timestamptz, int) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
