-- CreateTable
CREATE TABLE "place_usage_hours" (
    "agency_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "again" BOOLEAN NOT NULL,
    "uses" BIGINT NOT NULL,

    CONSTRAINT "place_usage_hours_pkey" PRIMARY KEY ("agency_id","place_id","hour","verdict","again")
);

-- CreateTable
CREATE TABLE "place_usage_days" (
    "agency_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "again" BOOLEAN NOT NULL,
    "uses" BIGINT NOT NULL,

    CONSTRAINT "place_usage_days_pkey" PRIMARY KEY ("agency_id","place_id","day","verdict","again")
);

-- CreateTable
CREATE TABLE "first_steps_ends" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "first_steps_ends_pkey" PRIMARY KEY ("agency_id","user_id")
);

-- AddForeignKey
ALTER TABLE "place_usage_hours" ADD CONSTRAINT "place_usage_hours_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_usage_days" ADD CONSTRAINT "place_usage_days_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_steps_ends" ADD CONSTRAINT "first_steps_ends_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first_steps_ends" ADD CONSTRAINT "first_steps_ends_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

REVOKE ALL ON place_usage_hours, place_usage_days, first_steps_ends FROM PUBLIC;
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['place_usage_hours', 'place_usage_days', 'first_steps_ends'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', tenant_table);
  END LOOP;
END $$;
CREATE POLICY engine ON place_usage_hours TO latchkey_engine USING (true) WITH CHECK (true);
CREATE POLICY engine ON place_usage_days TO latchkey_engine USING (true) WITH CHECK (true);
GRANT SELECT ON place_usage_hours, place_usage_days TO latchkey_app;
GRANT SELECT, INSERT, UPDATE ON place_usage_hours, place_usage_days TO latchkey_engine;
GRANT SELECT, INSERT ON first_steps_ends TO latchkey_app;

-- Adds what a statement counted for keys to what is counted for their places. It runs as whoever counts: the engine.
-- PostgreSQL calls it twice for each batch: for the counts that were there already, then for those that are new. Each call
-- has rows of its own (`again`) and locks them in order: were they the same, two batches could each wait for the other.
CREATE FUNCTION latchkey_count_for_places() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  counted text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT agency_id, key_id, hour, verdict, uses FROM counts_now'
    ELSE 'SELECT agency_id, key_id, hour, verdict, n.uses - b.uses AS uses
      FROM counts_now n JOIN counts_before b USING (agency_id, key_id, hour, verdict)'
  END;
  places text := format('SELECT c.agency_id, p.place_id, c.hour, c.verdict, c.uses FROM (%s) c
    JOIN api_keys k ON k.agency_id = c.agency_id AND k.id = c.key_id
    CROSS JOIN LATERAL (VALUES (c.agency_id), (k.location_id)) AS p (place_id) WHERE p.place_id IS NOT NULL', counted);
BEGIN
  IF NOT EXISTS (SELECT FROM counts_now) THEN RETURN NULL; END IF;
  EXECUTE format('INSERT INTO place_usage_hours AS u (agency_id, place_id, hour, verdict, again, uses)
    SELECT agency_id, place_id, hour, verdict, $1, sum(uses) FROM (%s) c GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (agency_id, place_id, hour, verdict, again) DO UPDATE SET uses = u.uses + excluded.uses', places)
    USING TG_OP = 'UPDATE';
  EXECUTE format('INSERT INTO place_usage_days AS u (agency_id, place_id, day, verdict, again, uses)
    SELECT agency_id, place_id, (hour AT TIME ZONE ''UTC'')::date, verdict, $1, sum(uses) FROM (%s) c
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (agency_id, place_id, day, verdict, again) DO UPDATE SET uses = u.uses + excluded.uses', places)
    USING TG_OP = 'UPDATE';
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION latchkey_count_for_places() FROM PUBLIC;

-- What is counted meanwhile waits, so that nothing falls between what was counted so far and the triggers.
LOCK TABLE key_usage_hours, key_usage_days IN SHARE ROW EXCLUSIVE MODE;

CREATE TRIGGER count_for_places_at_first AFTER INSERT ON key_usage_hours
  REFERENCING NEW TABLE AS counts_now
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_count_for_places();
CREATE TRIGGER count_for_places_again AFTER UPDATE ON key_usage_hours
  REFERENCING OLD TABLE AS counts_before NEW TABLE AS counts_now
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_count_for_places();

-- What keys have been used for so far. Row-level security hides it from the owner of the tables, and not from the engine.
SET LOCAL ROLE latchkey_engine;
INSERT INTO place_usage_hours (agency_id, place_id, hour, verdict, again, uses)
SELECT u.agency_id, p.place_id, u.hour, u.verdict, false, sum(u.uses)
FROM key_usage_hours u
JOIN api_keys k ON k.agency_id = u.agency_id AND k.id = u.key_id
CROSS JOIN LATERAL (VALUES (u.agency_id), (k.location_id)) AS p (place_id)
WHERE p.place_id IS NOT NULL
GROUP BY 1, 2, 3, 4;
INSERT INTO place_usage_days (agency_id, place_id, day, verdict, again, uses)
SELECT u.agency_id, p.place_id, u.day, u.verdict, false, sum(u.uses)
FROM key_usage_days u
JOIN api_keys k ON k.agency_id = u.agency_id AND k.id = u.key_id
CROSS JOIN LATERAL (VALUES (u.agency_id), (k.location_id)) AS p (place_id)
WHERE p.place_id IS NOT NULL
GROUP BY 1, 2, 3, 4;
RESET ROLE;

-- What the overview looks for among all keys of an agency.
DROP INDEX api_keys_by_state;
CREATE INDEX api_keys_by_state ON api_keys (agency_id, at_location, enabled, revoked_at, expires_at, id)
  INCLUDE (location_id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_that_write_keys ON api_keys (agency_id, id)
  WHERE deleted_at IS NULL AND role = 'ADMIN' AND 'keys.write' = ANY (scopes);
CREATE INDEX key_secrets_by_end ON key_secrets (agency_id, ends_at) WHERE ends_at IS NOT NULL;
CREATE INDEX key_usage_hours_refused ON key_usage_hours (agency_id, hour) INCLUDE (key_id, uses)
  WHERE verdict <> 'VALID';
