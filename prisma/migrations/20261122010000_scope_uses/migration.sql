-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "scope_uses_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "scopes_added_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "key_scope_uses" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_scope_uses_pkey" PRIMARY KEY ("agency_id","key_id","scope")
);

-- AddForeignKey
ALTER TABLE "key_scope_uses" ADD CONSTRAINT "key_scope_uses_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

REVOKE ALL ON key_scope_uses FROM PUBLIC;
ALTER TABLE key_scope_uses ENABLE ROW LEVEL SECURITY;
ALTER TABLE key_scope_uses FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON key_scope_uses TO latchkey_app USING (agency_id = latchkey_agency())
  WITH CHECK (agency_id = latchkey_agency());
CREATE POLICY engine ON key_scope_uses TO latchkey_engine USING (true) WITH CHECK (true);
GRANT SELECT ON key_scope_uses TO latchkey_app;
GRANT SELECT, INSERT, UPDATE ON key_scope_uses TO latchkey_engine;

-- `scoped` are the scopes that good uses asked for. Processes that do not know of them yet leave them out.
DROP FUNCTION latchkey_record_uses(uuid, bigint, jsonb, jsonb, jsonb);
CREATE FUNCTION latchkey_record_uses(writer uuid, batch bigint, counts jsonb, contacts jsonb,
  older jsonb DEFAULT '[]', scoped jsonb DEFAULT '[]')
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

  -- Exact to a minute, so that a key in use writes a row a minute and not one a second.
  INSERT INTO key_scope_uses AS u (agency_id, key_id, scope, last_used_at)
  SELECT n.agency_id, n.key_id, s.scope, max(n.last_at)
  FROM jsonb_to_recordset(scoped) AS n (agency_id uuid, key_id uuid, scopes jsonb, last_at timestamptz)
  CROSS JOIN LATERAL jsonb_array_elements_text(n.scopes) AS s (scope)
  JOIN api_keys k ON k.agency_id = n.agency_id AND k.id = n.key_id
  WHERE NOT EXISTS (
    SELECT FROM key_scope_uses o WHERE o.agency_id = n.agency_id AND o.key_id = n.key_id AND o.scope = s.scope
      AND o.last_used_at > n.last_at - interval '1 minute'
  )
  GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3
  ON CONFLICT (agency_id, key_id, scope) DO UPDATE SET last_used_at = greatest(u.last_used_at, excluded.last_used_at);
END $$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_record_uses(uuid, bigint, jsonb, jsonb, jsonb, jsonb) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_record_uses(uuid, bigint, jsonb, jsonb, jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_record_uses(uuid, bigint, jsonb, jsonb, jsonb, jsonb) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
