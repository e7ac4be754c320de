-- AlterTable
ALTER TABLE "agency_policies" ALTER COLUMN "inactivity_days" DROP NOT NULL;

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "deleted_because" TEXT,
ADD COLUMN     "deleted_by_name" TEXT,
ADD COLUMN     "idle_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "inactivity_days" INTEGER,
ADD COLUMN     "inactivity_exempt" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rotate_every_days" INTEGER,
ADD COLUMN     "secret_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "engine_instances" ADD COLUMN     "uses_written_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "key_secret_uses" (
    "agency_id" UUID NOT NULL,
    "secret_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "key_id" UUID NOT NULL,
    "uses" BIGINT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "client" TEXT NOT NULL,

    CONSTRAINT "key_secret_uses_pkey" PRIMARY KEY ("agency_id","secret_id","address")
);

-- CreateTable
CREATE TABLE "key_countdowns" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "basis" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "noticed_15_at" TIMESTAMPTZ(3),
    "noticed_7_at" TIMESTAMPTZ(3),
    "noticed_1_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_countdowns_pkey" PRIMARY KEY ("agency_id","key_id","kind")
);

-- CreateTable
CREATE TABLE "notifications" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "key_id" UUID,
    "location_id" UUID,
    "detail" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "user_id" UUID NOT NULL,
    "mail" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "events" TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "webhook_events" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "subject_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "lease" UUID,
    "lease_ends_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ms" INTEGER NOT NULL,
    "status" INTEGER,
    "problem" TEXT,
    "answer" TEXT,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "name" TEXT NOT NULL,
    "clock_at" TIMESTAMPTZ(3) NOT NULL,
    "database_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "key_secret_uses_agency_id_key_id_idx" ON "key_secret_uses"("agency_id", "key_id");

-- CreateIndex
CREATE INDEX "notifications_agency_id_key_id_idx" ON "notifications"("agency_id", "key_id");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_agency_id_user_id_kind_occasion_key" ON "notifications"("agency_id", "user_id", "kind", "occasion");

-- CreateIndex
CREATE INDEX "webhook_events_created_at_idx" ON "webhook_events"("created_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_agency_id_endpoint_id_seq_idx" ON "webhook_deliveries"("agency_id", "endpoint_id", "seq");

-- CreateIndex
CREATE INDEX "webhook_attempts_agency_id_delivery_id_at_idx" ON "webhook_attempts"("agency_id", "delivery_id", "at");

-- AddForeignKey
ALTER TABLE "key_secret_uses" ADD CONSTRAINT "key_secret_uses_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_countdowns" ADD CONSTRAINT "key_countdowns_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_events" ADD CONSTRAINT "webhook_events_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_agency_id_endpoint_id_fkey" FOREIGN KEY ("agency_id", "endpoint_id") REFERENCES "webhook_endpoints"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_agency_id_event_id_fkey" FOREIGN KEY ("agency_id", "event_id") REFERENCES "webhook_events"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_agency_id_delivery_id_fkey" FOREIGN KEY ("agency_id", "delivery_id") REFERENCES "webhook_deliveries"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say --------------------------------------------------------------------------------

UPDATE api_keys SET idle_from = created_at, secret_since = created_at;
UPDATE api_keys SET deleted_because = 'PERSON' WHERE deleted_at IS NOT NULL;

ALTER TABLE api_keys
  ADD CONSTRAINT api_keys_deleted_because CHECK (deleted_because IN ('PERSON', 'INACTIVITY')),
  ADD CONSTRAINT api_keys_inactivity_days CHECK (inactivity_days BETWEEN 30 AND 730),
  ADD CONSTRAINT api_keys_rotate_every_days CHECK (rotate_every_days BETWEEN 1 AND 730);
ALTER TABLE key_countdowns
  ADD CONSTRAINT key_countdowns_kind CHECK (kind IN ('INACTIVITY', 'EXPIRY'));
ALTER TABLE notification_settings
  ADD CONSTRAINT notification_settings_mail CHECK (mail IN ('OFF', 'AT_ONCE', 'DAILY'));
ALTER TABLE webhook_deliveries
  ADD CONSTRAINT webhook_deliveries_state CHECK (state IN ('PENDING', 'DELIVERED', 'PARKED')
    AND (state = 'PENDING') = (finished_at IS NULL)),
  ADD CONSTRAINT webhook_deliveries_lease CHECK ((lease IS NULL) = (lease_ends_at IS NULL));

-- A key has one current secret and at most one older one.
CREATE UNIQUE INDEX key_secrets_current ON key_secrets (agency_id, key_id) WHERE ends_at IS NULL;
CREATE UNIQUE INDEX key_secrets_older ON key_secrets (agency_id, key_id) WHERE ends_at IS NOT NULL;

-- What the sweeps look for.
CREATE INDEX api_keys_by_expiry ON api_keys (agency_id, expires_at) WHERE deleted_at IS NULL AND expires_at IS NOT NULL;
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_at) WHERE state = 'PENDING';
CREATE INDEX webhook_deliveries_open ON webhook_deliveries (agency_id, endpoint_id, subject_id, seq) WHERE state = 'PENDING';
CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX notifications_by_person ON notifications (user_id, created_at DESC, id) WHERE withdrawn_at IS NULL;
CREATE INDEX notifications_unmailed ON notifications (user_id) WHERE mailed_at IS NULL AND withdrawn_at IS NULL;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['key_secret_uses', 'key_countdowns', 'notifications', 'webhook_endpoints',
    'webhook_events', 'webhook_deliveries', 'webhook_attempts'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', tenant_table);
    EXECUTE format('CREATE POLICY engine ON %I TO latchkey_engine USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;

-- People see what they are told, whichever agency it comes from.
CREATE POLICY own_notifications ON notifications FOR SELECT TO latchkey_app USING (user_id = latchkey_person());
CREATE POLICY own_reading ON notifications FOR UPDATE TO latchkey_app
  USING (user_id = latchkey_person()) WITH CHECK (user_id = latchkey_person());

REVOKE ALL ON notification_settings, job_runs FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON key_countdowns, notifications TO latchkey_app;
GRANT SELECT, INSERT, UPDATE ON notification_settings, job_runs, webhook_endpoints TO latchkey_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_events, webhook_deliveries, webhook_attempts TO latchkey_app;
GRANT USAGE ON SEQUENCE webhook_deliveries_seq_seq TO latchkey_app;
GRANT SELECT, DELETE ON key_secret_uses TO latchkey_app;
GRANT SELECT, INSERT, UPDATE ON key_secret_uses TO latchkey_engine;
GRANT SELECT ON webhook_deliveries, webhook_endpoints, notifications, notification_settings TO latchkey_engine;
GRANT DELETE ON api_keys TO latchkey_engine;

-- Across agencies --------------------------------------------------------------------------------------------------

-- Deletes for good a key that has been in the trash since before a moment; false when there is none such.
CREATE FUNCTION latchkey_purge_key(of_agency uuid, of_key uuid, before timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM api_keys k WHERE k.agency_id = of_agency AND k.id = of_key AND k.deleted_at < before;
  RETURN FOUND;
END $$;

-- The endpoints for which something is due.
CREATE FUNCTION latchkey_due_webhooks(moment timestamptz, at_most int) RETURNS TABLE (agency_id uuid, endpoint_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT d.agency_id, d.endpoint_id FROM webhook_deliveries d
  WHERE d.state = 'PENDING' AND d.next_at <= moment AND (d.lease_ends_at IS NULL OR d.lease_ends_at <= moment)
  LIMIT at_most
$$;

-- The people who have something to be mailed that has waited since before a moment.
CREATE FUNCTION latchkey_unmailed_people(before timestamptz, at_most int) RETURNS TABLE (user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT n.user_id FROM notifications n
  WHERE n.mailed_at IS NULL AND n.withdrawn_at IS NULL AND n.created_at <= before
  LIMIT at_most
$$;

-- An instance says that every use before a moment is written.
CREATE FUNCTION latchkey_uses_written(of_instance uuid, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE engine_instances SET uses_written_at = greatest(uses_written_at, until) WHERE id = of_instance
$$;

-- The instances that may still hold uses from before a moment.
CREATE FUNCTION latchkey_unwritten_instances(moment timestamptz) RETURNS TABLE (name text, lease_ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.name, i.lease_ends_at FROM engine_instances i
  WHERE i.lease_ends_at > clock_timestamp() AND i.started_at <= moment
    AND (i.uses_written_at IS NULL OR i.uses_written_at < moment)
$$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
DO $$
DECLARE
  engine_function regprocedure;
BEGIN
  FOREACH engine_function IN ARRAY ARRAY[
    'latchkey_purge_key(uuid, uuid, timestamptz)', 'latchkey_due_webhooks(timestamptz, int)',
    'latchkey_unmailed_people(timestamptz, int)', 'latchkey_uses_written(uuid, timestamptz)',
    'latchkey_unwritten_instances(timestamptz)']::regprocedure[]
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO latchkey_engine', engine_function);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', engine_function);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO latchkey_app', engine_function);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
