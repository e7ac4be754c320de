-- What the Prisma schema cannot say: checks, list indexes, the audit log's append-only rule, row-level security,
-- and the functions that look across agencies. The roles latchkey_app (the application's logins) and
-- latchkey_engine (owner of the cross-agency functions) exist before migrations run.

-- Checks ---------------------------------------------------------------------------------------------------------

ALTER TABLE api_keys
  ADD CONSTRAINT api_keys_level_location CHECK ((level = 'LOCATION') = (location_id IS NOT NULL)),
  ADD CONSTRAINT api_keys_location_list CHECK (NOT (level = 'LOCATION' AND all_locations)),
  ADD CONSTRAINT api_keys_title_length CHECK (char_length(title) BETWEEN 1 AND 80),
  ADD CONSTRAINT api_keys_description_length CHECK (char_length(description) <= 500),
  ADD CONSTRAINT api_keys_scope_count CHECK (scope_count = cardinality(scopes) AND scope_count > 0),
  ADD CONSTRAINT api_keys_rate_limit CHECK ((rate_limit_max IS NULL) = (rate_limit_seconds IS NULL)
    AND rate_limit_max > 0 AND rate_limit_seconds > 0);
ALTER TABLE key_credits ADD CONSTRAINT key_credits_remaining CHECK (remaining >= 0);
ALTER TABLE key_secrets ADD CONSTRAINT key_secrets_digest_length CHECK (octet_length(digest) = 32);

-- A title is unique in its level and tenant among keys that are not deleted.
CREATE UNIQUE INDEX api_keys_title_agency ON api_keys (agency_id, title_folded)
  WHERE deleted_at IS NULL AND level = 'AGENCY';
CREATE UNIQUE INDEX api_keys_title_location ON api_keys (agency_id, location_id, title_folded)
  WHERE deleted_at IS NULL AND level = 'LOCATION';

-- The level as a boolean. Row-level security lets PostgreSQL use an index only for comparisons that cannot leak what they
-- compare; equality of booleans is known to be such, equality of enums is not.
ALTER TABLE api_keys ADD COLUMN at_location boolean GENERATED ALWAYS AS (location_id IS NOT NULL) STORED;

-- One index for each order a list offers. The key's id breaks ties, so that pages never overlap.
CREATE INDEX api_keys_by_title ON api_keys (agency_id, at_location, title_folded, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_created ON api_keys (agency_id, at_location, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_creator ON api_keys (agency_id, at_location, created_by_name, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_role ON api_keys (agency_id, at_location, role, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_scopes ON api_keys (agency_id, at_location, scope_count, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_secret ON api_keys (agency_id, at_location, secret_last_four, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_reach ON api_keys (agency_id, at_location, all_locations, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_state ON api_keys (agency_id, at_location, enabled, revoked_at, expires_at, id) WHERE deleted_at IS NULL;
CREATE INDEX api_keys_by_location ON api_keys (agency_id, location_id, created_at, id)
  WHERE deleted_at IS NULL;
-- "Never" counts as the longest ago.
CREATE INDEX key_last_uses_by_time ON key_last_uses (agency_id, at_location, (coalesce(last_used_at, '-infinity'::timestamptz)), key_id);
CREATE INDEX api_keys_in_trash ON api_keys (agency_id, deleted_at, id) WHERE deleted_at IS NOT NULL;

-- Audit ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION latchkey_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION latchkey_refuse_change();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_refuse_change();

-- Privileges -----------------------------------------------------------------------------------------------------

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
-- A temporary table could stand in for one of ours wherever a name is looked up.
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
GRANT USAGE ON SCHEMA public TO latchkey_app, latchkey_engine;

GRANT SELECT, INSERT, UPDATE ON users, sessions, agencies, locations, api_keys, key_last_uses, audit_heads TO latchkey_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON agency_members, location_members, key_secrets, key_locations, key_credits TO latchkey_app;
GRANT DELETE ON sessions TO latchkey_app;
GRANT SELECT ON key_addresses, key_usage_hours TO latchkey_app;
GRANT SELECT, INSERT ON audit_events TO latchkey_app;

GRANT SELECT ON agencies, locations, api_keys, key_secrets, key_locations TO latchkey_engine;
GRANT SELECT, UPDATE ON key_credits TO latchkey_engine;
GRANT SELECT, INSERT, UPDATE ON key_last_uses, key_addresses, key_usage_hours TO latchkey_engine;

-- Row-level security ---------------------------------------------------------------------------------------------

-- The tenant and the person of the current transaction; null outside one, and then no row is visible.
CREATE FUNCTION latchkey_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('latchkey.agency_id', true), '')::uuid $$;
CREATE FUNCTION latchkey_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('latchkey.person_id', true), '')::uuid $$;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['agency_members', 'location_members', 'locations', 'api_keys', 'key_secrets',
    'key_locations', 'key_last_uses', 'key_credits', 'key_addresses', 'key_usage_hours', 'audit_events', 'audit_heads']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', tenant_table);
  END LOOP;

  FOREACH tenant_table IN ARRAY ARRAY['agencies', 'locations', 'api_keys', 'key_secrets', 'key_locations',
    'key_last_uses', 'key_credits', 'key_addresses', 'key_usage_hours']
  LOOP
    EXECUTE format('CREATE POLICY engine ON %I TO latchkey_engine USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;

-- People see their own memberships in every agency: that is how they learn which agencies are theirs.
CREATE POLICY own_memberships ON agency_members FOR SELECT TO latchkey_app USING (user_id = latchkey_person());
CREATE POLICY own_memberships ON location_members FOR SELECT TO latchkey_app USING (user_id = latchkey_person());

ALTER TABLE agencies ENABLE ROW LEVEL SECURITY;
ALTER TABLE agencies FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON agencies TO latchkey_app USING (id = latchkey_agency()) WITH CHECK (id = latchkey_agency());
CREATE POLICY own_agencies ON agencies FOR SELECT TO latchkey_app USING (
  id IN (SELECT agency_id FROM agency_members WHERE user_id = latchkey_person())
  OR id IN (SELECT agency_id FROM location_members WHERE user_id = latchkey_person())
);

-- Engine ---------------------------------------------------------------------------------------------------------

-- The one look-up without a tenant: the secret is what names the tenant.
CREATE FUNCTION latchkey_find_secrets(digests bytea[])
RETURNS TABLE (
  digest bytea, agency_id uuid, key_id uuid, level text, location_id uuid, all_locations boolean, location_ids uuid[],
  suspended_location_ids uuid[],
  title text, role text, scopes text[], allowed_addresses text[], rate_limit_max int, rate_limit_seconds int,
  credits_remaining bigint, enabled boolean, expires_at timestamptz, revoked_at timestamptz, deleted_at timestamptz,
  secret_ends_at timestamptz, suspended boolean, created_at timestamptz, database_now timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.digest, k.agency_id, k.id, k.level::text, k.location_id, k.all_locations,
    CASE WHEN k.level = 'LOCATION' THEN ARRAY[k.location_id]
         WHEN k.all_locations THEN ARRAY(SELECT l.id FROM locations l WHERE l.agency_id = k.agency_id AND l.deleted_at IS NULL)
         ELSE ARRAY(SELECT kl.location_id FROM key_locations kl JOIN locations l
                      ON l.agency_id = kl.agency_id AND l.id = kl.location_id
                    WHERE kl.agency_id = k.agency_id AND kl.key_id = k.id AND l.deleted_at IS NULL)
    END,
    ARRAY(SELECT l.id FROM locations l WHERE l.agency_id = k.agency_id AND l.suspended_at IS NOT NULL),
    k.title, k.role::text, k.scopes, k.allowed_addresses, k.rate_limit_max, k.rate_limit_seconds,
    c.remaining, k.enabled, k.expires_at, k.revoked_at,
    coalesce(k.deleted_at, own.deleted_at), s.ends_at,
    a.suspended_at IS NOT NULL OR own.suspended_at IS NOT NULL, k.created_at, clock_timestamp()
  FROM key_secrets s
  JOIN api_keys k ON k.agency_id = s.agency_id AND k.id = s.key_id
  JOIN agencies a ON a.id = k.agency_id
  LEFT JOIN locations own ON own.agency_id = k.agency_id AND own.id = k.location_id
  LEFT JOIN key_credits c ON c.agency_id = k.agency_id AND c.key_id = k.id
  WHERE s.digest = ANY (digests)
$$;

-- Takes `cost` credits if they are there and returns what is left, or no row when they are not.
CREATE FUNCTION latchkey_spend_credits(of_agency uuid, of_key uuid, cost bigint)
RETURNS TABLE (remaining bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE key_credits c SET remaining = c.remaining - cost
  WHERE c.agency_id = of_agency AND c.key_id = of_key AND cost >= 0 AND c.remaining >= cost
  RETURNING c.remaining
$$;

-- Adds a batch of uses. Counts add up, times only move forward, and a key that has gone meanwhile is passed over.
CREATE FUNCTION latchkey_record_uses(counts jsonb, contacts jsonb)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO key_usage_hours AS u (agency_id, key_id, hour, verdict, uses)
  SELECT n.agency_id, n.key_id, n.hour, n.verdict::"Verdict", n.uses
  FROM jsonb_to_recordset(counts) AS n (agency_id uuid, key_id uuid, hour timestamptz, verdict text, uses bigint)
  JOIN api_keys k ON k.agency_id = n.agency_id AND k.id = n.key_id
  ORDER BY 1, 2, 3, 4
  ON CONFLICT (agency_id, key_id, hour, verdict) DO UPDATE SET uses = u.uses + excluded.uses;

  INSERT INTO key_addresses AS a (agency_id, key_id, address, first_seen_at, last_seen_at)
  SELECT n.agency_id, n.key_id, n.address, n.first_at, n.last_at
  FROM jsonb_to_recordset(contacts) AS n (agency_id uuid, key_id uuid, address text, client text,
    first_at timestamptz, last_at timestamptz)
  JOIN api_keys k ON k.agency_id = n.agency_id AND k.id = n.key_id
  WHERE n.address IS NOT NULL
  ORDER BY 1, 2, 3
  ON CONFLICT (agency_id, key_id, address)
    DO UPDATE SET last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at);

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

-- Giving a function away asks that its new owner may create in the schema, for that moment.
GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_find_secrets(bytea[]) OWNER TO latchkey_engine;
ALTER FUNCTION latchkey_spend_credits(uuid, uuid, bigint) OWNER TO latchkey_engine;
ALTER FUNCTION latchkey_record_uses(jsonb, jsonb) OWNER TO latchkey_engine;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_find_secrets(bytea[]), latchkey_spend_credits(uuid, uuid, bigint),
  latchkey_record_uses(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_find_secrets(bytea[]), latchkey_spend_credits(uuid, uuid, bigint),
  latchkey_record_uses(jsonb, jsonb) TO latchkey_app;
