-- AlterTable
ALTER TABLE "key_credits" ADD COLUMN     "grant_version" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refill_amount" BIGINT,
ADD COLUMN     "refill_day" INTEGER,
ADD COLUMN     "refill_every" TEXT,
ADD COLUMN     "refills_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "key_addresses" ADD COLUMN     "is_new" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "key_usage_days" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "uses" BIGINT NOT NULL,

    CONSTRAINT "key_usage_days_pkey" PRIMARY KEY ("agency_id","key_id","day","verdict")
);

-- CreateTable
CREATE TABLE "rate_windows" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "seconds" INTEGER NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "rate_windows_pkey" PRIMARY KEY ("agency_id","key_id")
);

-- CreateTable
CREATE TABLE "engine_instances" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engine_instances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_writers" (
    "id" UUID NOT NULL,
    "last_batch" BIGINT NOT NULL,
    "wrote_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_writers_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "key_usage_days" ADD CONSTRAINT "key_usage_days_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_windows" ADD CONSTRAINT "rate_windows_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say --------------------------------------------------------------------------------

-- PostgreSQL never writes it to the log, and empties it after a crash: then the window starts anew.
ALTER TABLE rate_windows SET UNLOGGED;

ALTER TABLE key_credits
  ADD CONSTRAINT key_credits_refill CHECK (
    (refill_amount IS NULL AND refill_every IS NULL AND refill_day IS NULL)
    OR (refill_amount IS NOT NULL AND refill_amount > 0 AND refill_every IS NOT NULL
      AND (refill_every = 'DAY' AND refill_day IS NULL
        OR refill_every = 'MONTH' AND refill_day IS NOT NULL AND refill_day BETWEEN 1 AND 31)));

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['key_usage_days', 'rate_windows'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', tenant_table);
    EXECUTE format('CREATE POLICY engine ON %I TO latchkey_engine USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;
GRANT SELECT ON key_usage_days TO latchkey_app;
GRANT SELECT, INSERT, UPDATE ON key_usage_days, rate_windows TO latchkey_engine;
GRANT SELECT, INSERT, UPDATE, DELETE ON engine_instances, usage_writers TO latchkey_engine;

-- Changes are told -------------------------------------------------------------------------------------------------
--
-- Whatever a verdict reads is told on the channel latchkey_changes by the transaction that changes it, so that no way of
-- changing it can forget to: `k <agency> <key>,<key>…`, `a <agency>` for all of an agency, `*` for everything.
-- PostgreSQL drops repetitions within a transaction. Metering and the taking of credits tell nothing.

CREATE FUNCTION latchkey_tell_keys(agency_ids uuid[], key_ids uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told record;
  agencies int := 0;
BEGIN
  FOR told IN
    SELECT c.agency_id, count(*) AS keys, string_agg(c.key_id::text, ',' ORDER BY c.key_id) AS ids
    FROM (SELECT DISTINCT * FROM unnest(agency_ids, key_ids) AS u (agency_id, key_id)) c
    GROUP BY c.agency_id
  LOOP
    agencies := agencies + 1;
    IF agencies > 100 THEN
      PERFORM pg_notify('latchkey_changes', '*');
      RETURN;
    END IF;
    -- A payload may have 8,000 bytes.
    PERFORM pg_notify('latchkey_changes', CASE WHEN told.keys > 100 THEN 'a ' || told.agency_id
      ELSE 'k ' || told.agency_id || ' ' || told.ids END);
  END LOOP;
END $$;

CREATE FUNCTION latchkey_tell_agencies(agency_ids uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT count(DISTINCT a.agency_id) FROM unnest(agency_ids) AS a (agency_id)) > 100 THEN
    PERFORM pg_notify('latchkey_changes', '*');
  ELSE
    PERFORM pg_notify('latchkey_changes', 'a ' || a.agency_id) FROM (SELECT DISTINCT unnest(agency_ids) AS agency_id) a;
  END IF;
END $$;

-- An update's old rows are called gone, its new ones come; where one side is enough, its rows are called touched.

CREATE FUNCTION latchkey_tell_key_rows() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM latchkey_tell_keys(array_agg(agency_id), array_agg(id)) FROM touched;
  RETURN NULL;
END $$;

CREATE FUNCTION latchkey_tell_parts() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM latchkey_tell_keys(array_agg(agency_id), array_agg(key_id)) FROM touched;
  RETURN NULL;
END $$;

CREATE FUNCTION latchkey_tell_changed_parts() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM latchkey_tell_keys(array_agg(c.agency_id), array_agg(c.key_id))
  FROM (SELECT agency_id, key_id FROM gone UNION SELECT agency_id, key_id FROM come) c;
  RETURN NULL;
END $$;

CREATE FUNCTION latchkey_tell_granted_credits() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM latchkey_tell_keys(array_agg(c.agency_id), array_agg(c.key_id))
  FROM come c LEFT JOIN gone g ON g.agency_id = c.agency_id AND g.key_id = c.key_id
  WHERE g.grant_version IS DISTINCT FROM c.grant_version;
  RETURN NULL;
END $$;

CREATE FUNCTION latchkey_tell_agency_rows() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM latchkey_tell_agencies(array_agg(id)) FROM touched;
  RETURN NULL;
END $$;

CREATE FUNCTION latchkey_tell_locations() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM latchkey_tell_agencies(array_agg(agency_id)) FROM touched;
  RETURN NULL;
END $$;

-- A new name is nothing that a verdict reads.
CREATE FUNCTION latchkey_tell_changed_locations() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM latchkey_tell_agencies(array_agg(c.agency_id)) FROM (
    (SELECT agency_id, id, suspended_at, deleted_at FROM gone EXCEPT SELECT agency_id, id, suspended_at, deleted_at FROM come)
    UNION
    (SELECT agency_id, id, suspended_at, deleted_at FROM come EXCEPT SELECT agency_id, id, suspended_at, deleted_at FROM gone)
  ) c;
  RETURN NULL;
END $$;

CREATE FUNCTION latchkey_tell_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('latchkey_changes', '*');
  RETURN NULL;
END $$;

CREATE TRIGGER tell_change AFTER UPDATE ON api_keys REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_key_rows();
CREATE TRIGGER tell_loss AFTER DELETE ON api_keys REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_key_rows();

-- Nobody can have asked for a secret before it was made, so a new row tells nothing.
CREATE TRIGGER tell_change AFTER UPDATE ON key_secrets REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_changed_parts();
CREATE TRIGGER tell_loss AFTER DELETE ON key_secrets REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_parts();

CREATE TRIGGER tell_gain AFTER INSERT ON key_locations REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_parts();
CREATE TRIGGER tell_change AFTER UPDATE ON key_locations REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_changed_parts();
CREATE TRIGGER tell_loss AFTER DELETE ON key_locations REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_parts();

CREATE TRIGGER tell_gain AFTER INSERT ON key_credits REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_parts();
CREATE TRIGGER tell_change AFTER UPDATE ON key_credits REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_granted_credits();
CREATE TRIGGER tell_loss AFTER DELETE ON key_credits REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_parts();

CREATE TRIGGER tell_change AFTER UPDATE ON agencies REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_agency_rows();
CREATE TRIGGER tell_loss AFTER DELETE ON agencies REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_agency_rows();

CREATE TRIGGER tell_gain AFTER INSERT ON locations REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_locations();
CREATE TRIGGER tell_change AFTER UPDATE ON locations REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_changed_locations();
CREATE TRIGGER tell_loss AFTER DELETE ON locations REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_locations();

DO $$
DECLARE
  read_table text;
BEGIN
  FOREACH read_table IN ARRAY ARRAY['api_keys', 'key_secrets', 'key_locations', 'key_credits', 'agencies', 'locations'] LOOP
    EXECUTE format('CREATE TRIGGER tell_truncate AFTER TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_all()', read_table);
  END LOOP;
END $$;

-- Instances --------------------------------------------------------------------------------------------------------

-- Renews an instance's lease, tells the instance so on its own channel, and says what time it is. In one statement, so
-- that whoever hears the beat knows that the lease is written and that all changes committed before have been heard.
-- A database that takes no writes leaves the lease as it is: `renewed` is false then.
CREATE FUNCTION latchkey_beat(of_instance uuid, named text, beat bigint, lease_ms int)
RETURNS TABLE (database_now timestamptz, instances int, renewed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  is_new boolean;
BEGIN
  IF lease_ms NOT BETWEEN 0 AND 302000 THEN
    RAISE EXCEPTION 'no lease lasts so long' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  BEGIN
    INSERT INTO engine_instances AS i (id, name, started_at, lease_ends_at)
    VALUES (of_instance, named, clock_timestamp(), clock_timestamp() + lease_ms * interval '1 ms')
    ON CONFLICT (id) DO UPDATE SET lease_ends_at = excluded.lease_ends_at
    RETURNING xmax = 0 INTO is_new;
    renewed := true;
    -- Who counted rate windows alone does so no more.
    IF is_new THEN PERFORM pg_notify('latchkey_changes', 'i'); END IF;
  EXCEPTION WHEN read_only_sql_transaction THEN
    renewed := false;
  END;
  PERFORM pg_notify('latchkey_' || replace(of_instance::text, '-', ''), 'beat ' || beat);
  database_now := clock_timestamp();
  SELECT count(*) INTO instances FROM engine_instances i WHERE i.lease_ends_at > clock_timestamp();
  RETURN NEXT;
END $$;

CREATE FUNCTION latchkey_leave(of_instance uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM engine_instances WHERE id = of_instance
$$;

-- Asks every instance to say that it has heard all changes so far, and names those whose word counts.
CREATE FUNCTION latchkey_ask_instances(barrier text, reply_to uuid)
RETURNS TABLE (id uuid, name text, lease_ends_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT pg_notify('latchkey_changes', 'b ' || barrier || ' ' || replace(reply_to::text, '-', ''));
  SELECT i.id, i.name, i.lease_ends_at FROM engine_instances i WHERE i.lease_ends_at > clock_timestamp()
$$;

-- Forgets instances and writers that have been silent for a day.
CREATE FUNCTION latchkey_forget_instances() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM engine_instances WHERE lease_ends_at < clock_timestamp() - interval '1 day';
  DELETE FROM usage_writers WHERE wrote_at < clock_timestamp() - interval '1 day'
$$;

-- Look-up ----------------------------------------------------------------------------------------------------------

-- The one look-up without a tenant: the secret is what names the tenant. The facts of an agency come with the first of
-- its rows alone. PL/pgSQL, since it keeps its plan; a plan of its own for each call would take ten times as long as running it.
CREATE FUNCTION latchkey_read_secrets(digests bytea[])
RETURNS TABLE (
  digest bytea, agency_id uuid, key_id uuid, level text, location_id uuid, all_locations boolean,
  chosen_location_ids uuid[], agency_suspended boolean, agency_location_ids uuid[], suspended_location_ids uuid[],
  title text, role text, scopes text[], allowed_addresses text[], rate_limit_max int, rate_limit_seconds int,
  credits_remaining bigint, enabled boolean, expires_at timestamptz, revoked boolean, deleted boolean,
  secret_ends_at timestamptz, created_at timestamptz, database_now timestamptz
)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT f.digest, f.agency_id, f.key_id, f.level::text, f.location_id, f.all_locations,
    CASE WHEN f.level = 'AGENCY' AND NOT f.all_locations THEN
      ARRAY(SELECT kl.location_id FROM key_locations kl WHERE kl.agency_id = f.agency_id AND kl.key_id = f.key_id)
    END,
    f.agency_suspended,
    CASE WHEN f.place = 1 THEN
      ARRAY(SELECT l.id FROM locations l WHERE l.agency_id = f.agency_id AND l.deleted_at IS NULL ORDER BY l.id)
    END,
    CASE WHEN f.place = 1 THEN
      ARRAY(SELECT l.id FROM locations l WHERE l.agency_id = f.agency_id AND l.suspended_at IS NOT NULL ORDER BY l.id)
    END,
    f.title, f.role::text, f.scopes, f.allowed_addresses, f.rate_limit_max, f.rate_limit_seconds,
    f.remaining, f.enabled, f.expires_at, f.revoked_at IS NOT NULL, f.deleted_at IS NOT NULL, f.ends_at, f.created_at,
    clock_timestamp()
  FROM (
    SELECT s.digest, k.agency_id, k.id AS key_id, k.level, k.location_id, k.all_locations,
      a.suspended_at IS NOT NULL AS agency_suspended,
      row_number() OVER (PARTITION BY k.agency_id ORDER BY s.id) AS place,
      k.title, k.role, k.scopes, k.allowed_addresses, k.rate_limit_max, k.rate_limit_seconds,
      CASE WHEN c.refills_at <= clock_timestamp() THEN c.refill_amount ELSE c.remaining END AS remaining,
      k.enabled, k.expires_at, k.revoked_at, k.deleted_at, s.ends_at, k.created_at
    FROM key_secrets s
    JOIN api_keys k ON k.agency_id = s.agency_id AND k.id = s.key_id
    JOIN agencies a ON a.id = k.agency_id
    LEFT JOIN key_credits c ON c.agency_id = k.agency_id AND c.key_id = k.id
    WHERE s.digest = ANY (digests)
  ) f;
END $$;

-- Credits ----------------------------------------------------------------------------------------------------------

-- The first moment after `since` at which a quota is refilled: midnight UTC, every day or on one day of each month.
CREATE FUNCTION latchkey_next_refill(since timestamptz, every text, on_day int) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today date := (since AT TIME ZONE 'UTC')::date;
  month date := date_trunc('month', today)::date;
  candidate date;
BEGIN
  IF every IS NULL THEN RETURN NULL; END IF;
  IF every = 'DAY' THEN RETURN (today + 1)::timestamp AT TIME ZONE 'UTC'; END IF;
  LOOP
    candidate := least(month + (on_day - 1), (month + interval '1 month' - interval '1 day')::date);
    IF candidate > today THEN RETURN candidate::timestamp AT TIME ZONE 'UTC'; END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
END $$;

-- Whoever sets a quota, by whatever way, makes blocks that were taken before worthless; taking blocks does not.
-- Versions come from a sequence: a quota that is taken away and set again is not the one that it was.
CREATE SEQUENCE latchkey_grants;
GRANT USAGE ON SEQUENCE latchkey_grants TO latchkey_app, latchkey_engine;

CREATE FUNCTION latchkey_grant_credits() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_user = 'latchkey_engine' THEN RETURN NEW; END IF;
  NEW.grant_version := nextval('latchkey_grants');
  -- What is set after a refill was due is not refilled by it.
  IF TG_OP = 'INSERT' OR OLD.refills_at <= clock_timestamp()
    OR (OLD.refill_every, OLD.refill_day) IS DISTINCT FROM (NEW.refill_every, NEW.refill_day) THEN
    NEW.refills_at := latchkey_next_refill(clock_timestamp(), NEW.refill_every, NEW.refill_day);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_credits BEFORE INSERT OR UPDATE ON key_credits
  FOR EACH ROW EXECUTE FUNCTION latchkey_grant_credits();

-- Takes a block of credits: `demand`, which waits to be spent, as far as there are so many, and beyond it up to `wanted`,
-- but never more than a sixteenth of what is left, so that the last credits do not lie idle with one process. Nothing when
-- there are fewer than `needed`. A due refill comes first. No row when the key has no quota.
CREATE FUNCTION latchkey_lease_credits(of_agency uuid, of_key uuid, needed bigint, demand bigint, wanted bigint)
RETURNS TABLE (granted bigint, remaining bigint, grant_version bigint, refills_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '200ms' AS $$
#variable_conflict use_column
DECLARE
  quota key_credits%ROWTYPE;
BEGIN
  IF needed < 0 OR demand < needed THEN
    RAISE EXCEPTION 'needed is negative, or more than the demand' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT * INTO quota FROM key_credits c WHERE c.agency_id = of_agency AND c.key_id = of_key FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF quota.refills_at <= clock_timestamp() THEN
    quota.remaining := quota.refill_amount;
    quota.grant_version := nextval('latchkey_grants');
    quota.refills_at := latchkey_next_refill(clock_timestamp(), quota.refill_every, quota.refill_day);
  END IF;
  granted := CASE WHEN quota.remaining >= needed
    THEN least(quota.remaining, greatest(demand, least(wanted, quota.remaining / 16))) ELSE 0 END;
  remaining := quota.remaining - granted;
  grant_version := quota.grant_version;
  refills_at := quota.refills_at;
  UPDATE key_credits c SET remaining = quota.remaining - granted, grant_version = quota.grant_version,
    refills_at = quota.refills_at
  WHERE c.agency_id = of_agency AND c.key_id = of_key;
  RETURN NEXT;
END $$;

-- Gives back what was taken and not used, unless the quota has been set anew since.
CREATE FUNCTION latchkey_return_credits(of_agency uuid, of_key uuid, of_grant bigint, amount bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '200ms' AS $$
  UPDATE key_credits c SET remaining = c.remaining + amount
  WHERE c.agency_id = of_agency AND c.key_id = of_key AND c.grant_version = of_grant AND amount > 0
    AND (c.refills_at IS NULL OR c.refills_at > clock_timestamp())
$$;

-- Rate windows -----------------------------------------------------------------------------------------------------

-- Takes uses of keys' windows: for each request up to `wanted` of them, after counting `already` that were made without
-- asking. A window that has passed gives nothing; one of another length takes the place of the one before. In the order of
-- keys, so that two who ask at once do not wait for each other in a circle.
CREATE FUNCTION latchkey_lease_windows(requests jsonb)
RETURNS TABLE (place int, granted int, used int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '200ms' AS $$
#variable_conflict use_column
DECLARE
  asked record;
  present rate_windows%ROWTYPE;
BEGIN
  FOR asked IN
    SELECT r.place, r.agency_id, r.key_id, r.starts_at, r.seconds, r.most, greatest(r.already, 0) AS already, r.wanted
    FROM jsonb_to_recordset(requests) AS r (place int, agency_id uuid, key_id uuid, starts_at timestamptz, seconds int,
      most int, already int, wanted int)
    JOIN api_keys k ON k.agency_id = r.agency_id AND k.id = r.key_id
    ORDER BY r.agency_id, r.key_id
  LOOP
    INSERT INTO rate_windows AS w (agency_id, key_id, starts_at, seconds, used)
    VALUES (asked.agency_id, asked.key_id, asked.starts_at, asked.seconds, asked.already)
    ON CONFLICT (agency_id, key_id) DO UPDATE SET
      used = CASE WHEN w.seconds <> excluded.seconds OR w.starts_at < excluded.starts_at THEN excluded.used
                  WHEN w.starts_at = excluded.starts_at THEN w.used + excluded.used ELSE w.used END,
      starts_at = CASE WHEN w.seconds <> excluded.seconds THEN excluded.starts_at
                       ELSE greatest(w.starts_at, excluded.starts_at) END,
      seconds = excluded.seconds
    RETURNING w.* INTO present;
    place := asked.place;
    granted := CASE WHEN present.starts_at > asked.starts_at THEN 0
      ELSE greatest(0, least(greatest(1, least(asked.wanted, (asked.most - present.used) / 16)), asked.most - present.used)) END;
    used := present.used + granted;
    UPDATE rate_windows w SET used = present.used + granted
    WHERE w.agency_id = asked.agency_id AND w.key_id = asked.key_id;
    RETURN NEXT;
  END LOOP;
END $$;

-- Metering ---------------------------------------------------------------------------------------------------------

-- Adds a batch of uses, once, however often it is sent: batches of a writer are numbered. Counts add up, times only
-- move forward, and a key that has gone meanwhile is passed over. Returns addresses from which a key was used for the
-- first time after it had been used from others.
CREATE FUNCTION latchkey_record_uses(writer uuid, batch bigint, counts jsonb, contacts jsonb)
RETURNS TABLE (agency_id uuid, key_id uuid, address text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  written int;
BEGIN
  INSERT INTO usage_writers AS w (id, last_batch, wrote_at) VALUES (writer, batch, clock_timestamp())
  ON CONFLICT (id) DO UPDATE SET last_batch = excluded.last_batch, wrote_at = excluded.wrote_at
  WHERE w.last_batch < excluded.last_batch;
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written = 0 THEN RETURN; END IF;

  INSERT INTO key_usage_hours AS u (agency_id, key_id, hour, verdict, uses)
  SELECT n.agency_id, n.key_id, n.hour, n.verdict::"Verdict", n.uses
  FROM jsonb_to_recordset(counts) AS n (agency_id uuid, key_id uuid, hour timestamptz, verdict text, uses bigint)
  JOIN api_keys k ON k.agency_id = n.agency_id AND k.id = n.key_id
  ORDER BY 1, 2, 3, 4
  ON CONFLICT (agency_id, key_id, hour, verdict) DO UPDATE SET uses = u.uses + excluded.uses;

  INSERT INTO key_usage_days AS u (agency_id, key_id, day, verdict, uses)
  SELECT n.agency_id, n.key_id, (n.hour AT TIME ZONE 'UTC')::date, n.verdict::"Verdict", sum(n.uses)
  FROM jsonb_to_recordset(counts) AS n (agency_id uuid, key_id uuid, hour timestamptz, verdict text, uses bigint)
  JOIN api_keys k ON k.agency_id = n.agency_id AND k.id = n.key_id
  GROUP BY 1, 2, 3, 4
  ORDER BY 1, 2, 3, 4
  ON CONFLICT (agency_id, key_id, day, verdict) DO UPDATE SET uses = u.uses + excluded.uses;

  RETURN QUERY
  WITH seen AS (
    INSERT INTO key_addresses AS a (agency_id, key_id, address, first_seen_at, last_seen_at, is_new)
    SELECT n.agency_id, n.key_id, n.address, n.first_at, n.last_at,
      EXISTS (SELECT FROM key_addresses o WHERE o.agency_id = n.agency_id AND o.key_id = n.key_id)
    FROM jsonb_to_recordset(contacts) AS n (agency_id uuid, key_id uuid, address text, client text,
      first_at timestamptz, last_at timestamptz)
    JOIN api_keys k ON k.agency_id = n.agency_id AND k.id = n.key_id
    WHERE n.address IS NOT NULL
    ORDER BY 1, 2, 3
    ON CONFLICT (agency_id, key_id, address)
      DO UPDATE SET last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at)
    RETURNING a.agency_id, a.key_id, a.address, a.is_new, (xmax = 0) AS inserted
  )
  SELECT s.agency_id, s.key_id, s.address FROM seen s WHERE s.inserted AND s.is_new;

  UPDATE key_last_uses l SET last_used_at = n.last_at, address = n.address, client = n.client
  FROM (
    SELECT DISTINCT ON (c.agency_id, c.key_id) c.*
    FROM jsonb_to_recordset(contacts) AS c (agency_id uuid, key_id uuid, address text, client text,
      first_at timestamptz, last_at timestamptz)
    ORDER BY c.agency_id, c.key_id, c.last_at DESC
  ) n
  WHERE l.agency_id = n.agency_id AND l.key_id = n.key_id
    AND (l.last_used_at IS NULL OR l.last_used_at < n.last_at);
END $$;

-- Ownership --------------------------------------------------------------------------------------------------------

DROP FUNCTION latchkey_find_secrets(bytea[]);
DROP FUNCTION latchkey_spend_credits(uuid, uuid, bigint);
DROP FUNCTION latchkey_record_uses(jsonb, jsonb);

GRANT CREATE ON SCHEMA public TO latchkey_engine;
DO $$
DECLARE
  own_function regprocedure;
BEGIN
  FOREACH own_function IN ARRAY ARRAY[
    'latchkey_beat(uuid, text, bigint, int)', 'latchkey_leave(uuid)', 'latchkey_ask_instances(text, uuid)',
    'latchkey_forget_instances()', 'latchkey_read_secrets(bytea[])',
    'latchkey_lease_credits(uuid, uuid, bigint, bigint, bigint)', 'latchkey_return_credits(uuid, uuid, bigint, bigint)',
    'latchkey_lease_windows(jsonb)', 'latchkey_record_uses(uuid, bigint, jsonb, jsonb)'
  ]::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO latchkey_engine', own_function);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', own_function);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO latchkey_app', own_function);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
