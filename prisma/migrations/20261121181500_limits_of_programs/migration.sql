-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "program_limits" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE api_keys ADD CONSTRAINT api_keys_program_limits CHECK (jsonb_typeof(program_limits) = 'object');

-- The limits that a program named go with the verdict.
DROP FUNCTION latchkey_read_secrets(bytea[]);
CREATE FUNCTION latchkey_read_secrets(digests bytea[])
RETURNS TABLE (
  digest bytea, agency_id uuid, key_id uuid, level text, location_id uuid, all_locations boolean,
  chosen_location_ids uuid[], agency_suspended boolean, agency_requires_signatures boolean, agency_location_ids uuid[],
  suspended_location_ids uuid[], title text, role text, scopes text[], allowed_addresses text[], rate_limit_max int,
  rate_limit_seconds int, credits_remaining bigint, enabled boolean, expires_at timestamptz, revoked boolean,
  deleted boolean, secret_ends_at timestamptz, older_secret_id uuid, created_at timestamptz, database_now timestamptz,
  external_id text, meta text, program_limits text
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
    clock_timestamp(), f.external_id, nullif(f.meta::text, '{}'),
    nullif(f.program_limits::text, '{}')
  FROM (
    SELECT s.digest, k.agency_id, k.id AS key_id, k.level, k.location_id, k.all_locations,
      a.suspended_at IS NOT NULL AS agency_suspended, a.deleted_at IS NOT NULL AS agency_deleted,
      coalesce(p.require_signed_requests, false) AS agency_requires_signatures,
      row_number() OVER (PARTITION BY k.agency_id ORDER BY s.id) AS place,
      k.title, k.role, k.scopes, k.allowed_addresses, k.rate_limit_max, k.rate_limit_seconds,
      CASE WHEN c.refills_at <= clock_timestamp() THEN c.refill_amount ELSE c.remaining END AS remaining,
      k.enabled, k.expires_at, k.revoked_at, k.deleted_at, s.ends_at,
      CASE WHEN s.ends_at IS NOT NULL THEN s.id END AS older_secret_id, k.created_at,
      k.external_id, k.meta, k.program_limits
    FROM key_secrets s
    JOIN api_keys k ON k.agency_id = s.agency_id AND k.id = s.key_id
    JOIN agencies a ON a.id = k.agency_id
    LEFT JOIN agency_policies p ON p.agency_id = k.agency_id
    LEFT JOIN key_credits c ON c.agency_id = k.agency_id AND c.key_id = k.id
    WHERE s.digest = ANY (digests)
  ) f;
END $$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_read_secrets(bytea[]) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_read_secrets(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_read_secrets(bytea[]) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
