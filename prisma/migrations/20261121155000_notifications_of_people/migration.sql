-- Whether a location still exists decides about what its people are told, whichever agency they look from.
CREATE POLICY own_locations ON locations FOR SELECT TO latchkey_app USING (
  agency_id IN (SELECT agency_id FROM agency_members WHERE user_id = latchkey_person())
  OR (agency_id, id) IN (SELECT agency_id, location_id FROM location_members WHERE user_id = latchkey_person())
);

-- What housekeeping forgets by age, in every agency.
CREATE INDEX notifications_by_age ON notifications (created_at);
GRANT UPDATE, DELETE ON notifications TO latchkey_engine;

-- Forgets up to so many notifications from before a moment, and says how many there were.
CREATE FUNCTION latchkey_forget_notifications(before timestamptz, at_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  forgotten int;
BEGIN
  DELETE FROM notifications n USING (
    SELECT agency_id, id FROM notifications WHERE created_at < before LIMIT at_most FOR UPDATE SKIP LOCKED
  ) old WHERE n.agency_id = old.agency_id AND n.id = old.id;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END $$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_forget_notifications(timestamptz, int) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_forget_notifications(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_forget_notifications(timestamptz, int) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
