-- Which secret a text is, when it is not the key's current one: its uses are counted apart.
DROP FUNCTION latchkey_read_secrets(bytea[]);
CREATE FUNCTION latchkey_read_secrets(digests bytea[])
RETURNS TABLE (
  digest bytea, agency_id uuid, key_id uuid, level text, location_id uuid, all_locations boolean,
  chosen_location_ids uuid[], agency_suspended boolean, agency_requires_signatures boolean, agency_location_ids uuid[],
  suspended_location_ids uuid[], title text, role text, scopes text[], allowed_addresses text[], rate_limit_max int,
  rate_limit_seconds int, credits_remaining bigint, enabled boolean, expires_at timestamptz, revoked boolean,
  deleted boolean, secret_ends_at timestamptz, older_secret_id uuid, created_at timestamptz, database_now timestamptz
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
    f.agency_suspended, f.agency_requires_signatures,
    CASE WHEN f.place = 1 THEN
      ARRAY(SELECT l.id FROM locations l WHERE l.agency_id = f.agency_id AND l.deleted_at IS NULL ORDER BY l.id)
    END,
    CASE WHEN f.place = 1 THEN
      ARRAY(SELECT l.id FROM locations l WHERE l.agency_id = f.agency_id AND l.suspended_at IS NOT NULL ORDER BY l.id)
    END,
    f.title, f.role::text, f.scopes, f.allowed_addresses, f.rate_limit_max, f.rate_limit_seconds,
    f.remaining, f.enabled, f.expires_at, f.revoked_at IS NOT NULL,
    f.deleted_at IS NOT NULL OR f.agency_deleted, f.ends_at, f.older_secret_id, f.created_at,
    clock_timestamp()
  FROM (
    SELECT s.digest, k.agency_id, k.id AS key_id, k.level, k.location_id, k.all_locations,
      a.suspended_at IS NOT NULL AS agency_suspended, a.deleted_at IS NOT NULL AS agency_deleted,
      coalesce(p.require_signed_requests, false) AS agency_requires_signatures,
      row_number() OVER (PARTITION BY k.agency_id ORDER BY s.id) AS place,
      k.title, k.role, k.scopes, k.allowed_addresses, k.rate_limit_max, k.rate_limit_seconds,
      CASE WHEN c.refills_at <= clock_timestamp() THEN c.refill_amount ELSE c.remaining END AS remaining,
      k.enabled, k.expires_at, k.revoked_at, k.deleted_at, s.ends_at,
      CASE WHEN s.ends_at IS NOT NULL THEN s.id END AS older_secret_id, k.created_at
    FROM key_secrets s
    JOIN api_keys k ON k.agency_id = s.agency_id AND k.id = s.key_id
    JOIN agencies a ON a.id = k.agency_id
    LEFT JOIN agency_policies p ON p.agency_id = k.agency_id
    LEFT JOIN key_credits c ON c.agency_id = k.agency_id AND c.key_id = k.id
    WHERE s.digest = ANY (digests)
  ) f;
END $$;

-- `older` are the uses of secrets that were rotated away. Processes that do not know of them yet leave them out.
DROP FUNCTION latchkey_record_uses(uuid, bigint, jsonb, jsonb);
CREATE FUNCTION latchkey_record_uses(writer uuid, batch bigint, counts jsonb, contacts jsonb,
  older jsonb DEFAULT '[]')
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

  -- A secret that was replaced meanwhile has nobody left to tell of.
  INSERT INTO key_secret_uses AS u (agency_id, secret_id, address, key_id, uses, last_used_at, client)
  SELECT n.agency_id, n.secret_id, n.address, n.key_id, n.uses, n.last_at, n.client
  FROM jsonb_to_recordset(older) AS n (agency_id uuid, key_id uuid, secret_id uuid, address text, client text,
    uses bigint, last_at timestamptz)
  JOIN key_secrets s ON s.agency_id = n.agency_id AND s.id = n.secret_id AND s.key_id = n.key_id
  WHERE s.ends_at IS NOT NULL
  ORDER BY 1, 2, 3
  ON CONFLICT (agency_id, secret_id, address) DO UPDATE SET uses = u.uses + excluded.uses,
    client = CASE WHEN excluded.last_used_at >= u.last_used_at THEN excluded.client ELSE u.client END,
    last_used_at = greatest(u.last_used_at, excluded.last_used_at);
END $$;

-- Giving a function away asks that its new owner may create in the schema, for that moment.
GRANT CREATE ON SCHEMA public TO latchkey_engine;
DO $$
DECLARE
  engine_function regprocedure;
BEGIN
  FOREACH engine_function IN ARRAY ARRAY['latchkey_read_secrets(bytea[])',
    'latchkey_record_uses(uuid, bigint, jsonb, jsonb, jsonb)']::regprocedure[]
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO latchkey_engine', engine_function);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', engine_function);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO latchkey_app', engine_function);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
