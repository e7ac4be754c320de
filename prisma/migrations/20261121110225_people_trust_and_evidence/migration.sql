-- AlterTable
ALTER TABLE "users" ADD COLUMN     "password_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "password_stands_alone" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "stepped_up_at" TIMESTAMPTZ(3),
ADD COLUMN     "successor_id" UUID;

-- AlterTable
ALTER TABLE "agencies" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "audit_events" ADD COLUMN     "hash_key_id" TEXT;

-- AlterTable
ALTER TABLE "audit_heads" ADD COLUMN     "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "second_factors" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "kek_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "user_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("user_id","digest")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL,
    "nonce" UUID NOT NULL,
    "set_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_policies" (
    "agency_id" UUID NOT NULL,
    "key_days_max" INTEGER,
    "location_scopes_limited" BOOLEAN NOT NULL DEFAULT false,
    "location_scopes" TEXT[],
    "addresses_required" BOOLEAN NOT NULL DEFAULT false,
    "agency_keys_max" INTEGER,
    "location_keys_max" INTEGER,
    "inactivity_days" INTEGER NOT NULL DEFAULT 90,
    "leaver_keys" TEXT NOT NULL DEFAULT 'KEEP',
    "require_signed_requests" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_policies_pkey" PRIMARY KEY ("agency_id")
);

-- CreateTable
CREATE TABLE "shared_secrets" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "kek_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "shared_secrets_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "seen_signatures" (
    "agency_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_signatures_pkey" PRIMARY KEY ("agency_id","digest")
);

-- CreateTable
CREATE TABLE "invitations" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "agency_role" "AgencyRole",
    "location_id" UUID,
    "location_role" "LocationRole",
    "token_digest" BYTEA NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "retired_audit_keys" (
    "id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "kek_id" TEXT NOT NULL,

    CONSTRAINT "retired_audit_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_tokens_digest_key" ON "one_time_tokens"("digest");

-- CreateIndex
CREATE INDEX "one_time_tokens_user_id_kind_idx" ON "one_time_tokens"("user_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "shared_secrets_agency_id_version_key" ON "shared_secrets"("agency_id", "version");

-- CreateIndex
CREATE INDEX "seen_signatures_expires_at_idx" ON "seen_signatures"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_digest_key" ON "invitations"("token_digest");

-- CreateIndex
CREATE INDEX "invitations_agency_id_email_idx" ON "invitations"("agency_id", "email");

-- CreateIndex
CREATE INDEX "audit_heads_at_idx" ON "audit_heads"("at");

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_policies" ADD CONSTRAINT "agency_policies_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_secrets" ADD CONSTRAINT "shared_secrets_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say --------------------------------------------------------------------------------

ALTER TABLE seen_signatures SET UNLOGGED;

ALTER TABLE one_time_tokens
  ADD CONSTRAINT one_time_tokens_kind CHECK (kind IN ('SECOND_FACTOR', 'PASSWORD_RESET', 'EMAIL_CHANGE')),
  ADD CONSTRAINT one_time_tokens_digest_length CHECK (octet_length(digest) = 32),
  ADD CONSTRAINT one_time_tokens_detail CHECK ((kind = 'EMAIL_CHANGE') = (detail IS NOT NULL));
ALTER TABLE recovery_codes ADD CONSTRAINT recovery_codes_digest_length CHECK (octet_length(digest) = 32);
ALTER TABLE installation ADD CONSTRAINT installation_one_row CHECK (id = 1);
ALTER TABLE agency_policies
  ADD CONSTRAINT agency_policies_bounds CHECK (key_days_max BETWEEN 1 AND 3650 AND agency_keys_max BETWEEN 0 AND 1000000
    AND location_keys_max BETWEEN 0 AND 1000000 AND inactivity_days BETWEEN 30 AND 730),
  ADD CONSTRAINT agency_policies_leaver_keys CHECK (leaver_keys IN ('KEEP', 'DISABLE'));
ALTER TABLE shared_secrets ADD CONSTRAINT shared_secrets_version CHECK (version > 0);
-- The newest version has no end; every other has one.
CREATE UNIQUE INDEX shared_secrets_current ON shared_secrets (agency_id) WHERE ends_at IS NULL;
ALTER TABLE seen_signatures ADD CONSTRAINT seen_signatures_digest_length CHECK (octet_length(digest) = 32);
ALTER TABLE invitations
  ADD CONSTRAINT invitations_one_role CHECK ((agency_role IS NULL) = (location_role IS NOT NULL)
    AND (location_role IS NULL) = (location_id IS NULL)),
  ADD CONSTRAINT invitations_token_digest_length CHECK (octet_length(token_digest) = 32),
  ADD CONSTRAINT invitations_one_end CHECK (accepted_at IS NULL OR withdrawn_at IS NULL);
-- One open offer for each address and place.
CREATE UNIQUE INDEX invitations_open_agency ON invitations (agency_id, email)
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND location_id IS NULL;
CREATE UNIQUE INDEX invitations_open_location ON invitations (agency_id, location_id, email)
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND location_id IS NOT NULL;

CREATE INDEX audit_events_by_action ON audit_events (agency_id, action, seq);
CREATE INDEX audit_events_by_actor ON audit_events (agency_id, actor_id, seq);
CREATE INDEX audit_events_by_time ON audit_events (agency_id, at, seq);
-- The keys of somebody who leaves.
CREATE INDEX api_keys_by_creator_id ON api_keys (agency_id, created_by_id) WHERE deleted_at IS NULL;

-- An installation that somebody uses has been set up.
INSERT INTO installation (id, nonce, set_up_at)
VALUES (1, gen_random_uuid(), CASE WHEN EXISTS (SELECT FROM users) THEN now() END);

-- An agency keeps an owner, whoever changes its members: the last one can neither leave nor be demoted. The lock on the
-- agency's row puts such changes in one order.
CREATE FUNCTION latchkey_keep_an_owner() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.role <> 'OWNER' OR (TG_OP = 'UPDATE' AND NEW.role = 'OWNER' AND NEW.agency_id = OLD.agency_id) THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM agencies a WHERE a.id = OLD.agency_id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM agency_members m WHERE m.agency_id = OLD.agency_id AND m.role = 'OWNER')
    AND EXISTS (SELECT FROM agencies a WHERE a.id = OLD.agency_id AND a.deleted_at IS NULL) THEN
    RAISE EXCEPTION 'an agency keeps an owner' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'agency_members_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER UPDATE OR DELETE ON agency_members
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION latchkey_keep_an_owner();

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['agency_policies', 'shared_secrets', 'seen_signatures', 'invitations'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', tenant_table);
    EXECUTE format('CREATE POLICY engine ON %I TO latchkey_engine USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;
CREATE POLICY engine ON audit_heads FOR SELECT TO latchkey_engine USING (true);

REVOKE ALL ON second_factors, recovery_codes, one_time_tokens, installation, retired_audit_keys FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes, one_time_tokens TO latchkey_app;
GRANT SELECT, UPDATE ON installation TO latchkey_app;
GRANT SELECT, INSERT, UPDATE ON retired_audit_keys, agency_policies, shared_secrets, invitations TO latchkey_app;
GRANT SELECT ON agency_policies, shared_secrets, invitations, audit_heads TO latchkey_engine;
GRANT SELECT, INSERT, DELETE ON seen_signatures TO latchkey_engine;

-- Changes are told: whether an agency wants signed requests is part of what a verdict reads.
CREATE TRIGGER tell_gain AFTER INSERT ON agency_policies REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_locations();
CREATE TRIGGER tell_change AFTER UPDATE ON agency_policies REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_locations();
CREATE TRIGGER tell_loss AFTER DELETE ON agency_policies REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_locations();
CREATE TRIGGER tell_truncate AFTER TRUNCATE ON agency_policies
  FOR EACH STATEMENT EXECUTE FUNCTION latchkey_tell_all();

-- Across agencies --------------------------------------------------------------------------------------------------

-- The offer behind a link: the link is what names the agency.
CREATE FUNCTION latchkey_find_invitation(token bytea) RETURNS TABLE (agency_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.agency_id, i.id FROM invitations i WHERE i.token_digest = token
$$;

-- For the commands of whoever runs the installation: checking every chain, wrapping every secret anew.
CREATE FUNCTION latchkey_list_agencies() RETURNS TABLE (id uuid, slug text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.slug FROM agencies a ORDER BY a.id
$$;

-- The ends of the chains that have grown since a moment.
CREATE FUNCTION latchkey_audit_heads(since timestamptz)
RETURNS TABLE (agency_id uuid, seq bigint, hash bytea, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h.agency_id, h.seq, h.hash, h.at FROM audit_heads h WHERE h.at >= since AND h.seq > 0 ORDER BY h.at
$$;

-- Takes a signature once: 'taken', 'seen' when it was taken before, 'ended' when that version of the secret counts no more.
CREATE FUNCTION latchkey_take_signature(of_agency uuid, of_secret uuid, signature bytea, kept_until timestamptz)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM shared_secrets s WHERE s.agency_id = of_agency AND s.id = of_secret
    AND (s.ends_at IS NULL OR s.ends_at > clock_timestamp())) THEN
    RETURN 'ended';
  END IF;
  INSERT INTO seen_signatures (agency_id, digest, expires_at) VALUES (of_agency, signature, kept_until)
  ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'taken' ELSE 'seen' END;
END $$;

-- The versions of an agency's shared secret that count now, newest first.
CREATE FUNCTION latchkey_read_shared_secrets(of_agency uuid)
RETURNS TABLE (id uuid, version int, sealed bytea, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.version, s.sealed, s.ends_at FROM shared_secrets s
  WHERE s.agency_id = of_agency AND (s.ends_at IS NULL OR s.ends_at > clock_timestamp()) ORDER BY s.version DESC
$$;

CREATE FUNCTION latchkey_forget_signatures() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM seen_signatures WHERE expires_at < clock_timestamp()
$$;

-- As before, and: the keys of a deleted agency are deleted, and an agency may want signed requests.
DROP FUNCTION latchkey_read_secrets(bytea[]);
CREATE FUNCTION latchkey_read_secrets(digests bytea[])
RETURNS TABLE (
  digest bytea, agency_id uuid, key_id uuid, level text, location_id uuid, all_locations boolean,
  chosen_location_ids uuid[], agency_suspended boolean, agency_requires_signatures boolean, agency_location_ids uuid[],
  suspended_location_ids uuid[], title text, role text, scopes text[], allowed_addresses text[], rate_limit_max int,
  rate_limit_seconds int, credits_remaining bigint, enabled boolean, expires_at timestamptz, revoked boolean,
  deleted boolean, secret_ends_at timestamptz, created_at timestamptz, database_now timestamptz
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
    f.deleted_at IS NOT NULL OR f.agency_deleted, f.ends_at, f.created_at,
    clock_timestamp()
  FROM (
    SELECT s.digest, k.agency_id, k.id AS key_id, k.level, k.location_id, k.all_locations,
      a.suspended_at IS NOT NULL AS agency_suspended, a.deleted_at IS NOT NULL AS agency_deleted,
      coalesce(p.require_signed_requests, false) AS agency_requires_signatures,
      row_number() OVER (PARTITION BY k.agency_id ORDER BY s.id) AS place,
      k.title, k.role, k.scopes, k.allowed_addresses, k.rate_limit_max, k.rate_limit_seconds,
      CASE WHEN c.refills_at <= clock_timestamp() THEN c.refill_amount ELSE c.remaining END AS remaining,
      k.enabled, k.expires_at, k.revoked_at, k.deleted_at, s.ends_at, k.created_at
    FROM key_secrets s
    JOIN api_keys k ON k.agency_id = s.agency_id AND k.id = s.key_id
    JOIN agencies a ON a.id = k.agency_id
    LEFT JOIN agency_policies p ON p.agency_id = k.agency_id
    LEFT JOIN key_credits c ON c.agency_id = k.agency_id AND c.key_id = k.id
    WHERE s.digest = ANY (digests)
  ) f;
END $$;

-- Giving a function away asks that its new owner may create in the schema, for that moment.
GRANT CREATE ON SCHEMA public TO latchkey_engine;
DO $$
DECLARE
  engine_function regprocedure;
BEGIN
  FOREACH engine_function IN ARRAY ARRAY[
    'latchkey_find_invitation(bytea)', 'latchkey_list_agencies()', 'latchkey_audit_heads(timestamptz)',
    'latchkey_take_signature(uuid, uuid, bytea, timestamptz)', 'latchkey_read_shared_secrets(uuid)',
    'latchkey_forget_signatures()', 'latchkey_read_secrets(bytea[])']::regprocedure[]
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO latchkey_engine', engine_function);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', engine_function);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO latchkey_app', engine_function);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
