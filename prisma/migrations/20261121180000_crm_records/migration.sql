-- AlterTable
ALTER TABLE "locations" ADD COLUMN     "profile" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "external_id" TEXT,
ADD COLUMN     "meta" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "contacts" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "email_folded" TEXT,
    "phone" TEXT,
    "company_name" TEXT,
    "address1" TEXT,
    "city" TEXT,
    "state" TEXT,
    "country" TEXT,
    "postal_code" TEXT,
    "website" TEXT,
    "timezone" TEXT,
    "source" TEXT,
    "date_of_birth" DATE,
    "dnd" BOOLEAN NOT NULL DEFAULT false,
    "tags" TEXT[],
    "custom_values" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "custom_fields" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "field_key" TEXT NOT NULL,
    "data_type" TEXT NOT NULL,
    "options" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "forms" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "submit_label" TEXT NOT NULL DEFAULT 'Send',
    "thanks" TEXT NOT NULL DEFAULT '',
    "redirect_to" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "forms_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "form_submissions" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "contact_id" UUID,
    "name" TEXT,
    "email" TEXT,
    "answers" JSONB NOT NULL,
    "page" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_submissions_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "trigger_links" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "redirect_to" TEXT NOT NULL,
    "clicks" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trigger_links_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "link_clicks" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "contact_id" UUID,
    "address" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "clicked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_clicks_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "workflows" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "trigger" JSONB NOT NULL,
    "steps" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "workflows_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "workflow_runs" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "started_by" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'RUNNING',
    "next_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "workflow_runs_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "workflow_run_steps" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workflow_run_steps_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "idempotent_calls" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "request_digest" BYTEA NOT NULL,
    "status" INTEGER,
    "sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_calls_pkey" PRIMARY KEY ("agency_id","key_id","digest")
);

-- CreateIndex
CREATE INDEX "contacts_agency_id_location_id_created_at_id_idx" ON "contacts"("agency_id", "location_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "contacts_agency_id_location_id_email_folded_key" ON "contacts"("agency_id", "location_id", "email_folded");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_agency_id_location_id_phone_key" ON "contacts"("agency_id", "location_id", "phone");

-- CreateIndex
CREATE UNIQUE INDEX "custom_fields_agency_id_location_id_field_key_key" ON "custom_fields"("agency_id", "location_id", "field_key");

-- CreateIndex
CREATE INDEX "forms_agency_id_location_id_name_idx" ON "forms"("agency_id", "location_id", "name");

-- CreateIndex
CREATE INDEX "form_submissions_agency_id_location_id_created_at_id_idx" ON "form_submissions"("agency_id", "location_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "form_submissions_agency_id_form_id_created_at_idx" ON "form_submissions"("agency_id", "form_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "form_submissions_agency_id_contact_id_idx" ON "form_submissions"("agency_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "trigger_links_slug_key" ON "trigger_links"("slug");

-- CreateIndex
CREATE INDEX "trigger_links_agency_id_location_id_name_idx" ON "trigger_links"("agency_id", "location_id", "name");

-- CreateIndex
CREATE INDEX "link_clicks_agency_id_link_id_clicked_at_id_idx" ON "link_clicks"("agency_id", "link_id", "clicked_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "link_clicks_agency_id_contact_id_idx" ON "link_clicks"("agency_id", "contact_id");

-- CreateIndex
CREATE INDEX "workflows_agency_id_location_id_name_idx" ON "workflows"("agency_id", "location_id", "name");

-- CreateIndex
CREATE INDEX "workflow_runs_agency_id_workflow_id_started_at_id_idx" ON "workflow_runs"("agency_id", "workflow_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "workflow_runs_agency_id_contact_id_idx" ON "workflow_runs"("agency_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_runs_agency_id_workflow_id_occasion_key" ON "workflow_runs"("agency_id", "workflow_id", "occasion");

-- CreateIndex
CREATE INDEX "workflow_run_steps_agency_id_run_id_at_idx" ON "workflow_run_steps"("agency_id", "run_id", "at");

-- CreateIndex
CREATE INDEX "idempotent_calls_created_at_idx" ON "idempotent_calls"("created_at");

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forms" ADD CONSTRAINT "forms_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_agency_id_form_id_fkey" FOREIGN KEY ("agency_id", "form_id") REFERENCES "forms"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_agency_id_contact_id_fkey" FOREIGN KEY ("agency_id", "contact_id") REFERENCES "contacts"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trigger_links" ADD CONSTRAINT "trigger_links_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_clicks" ADD CONSTRAINT "link_clicks_agency_id_link_id_fkey" FOREIGN KEY ("agency_id", "link_id") REFERENCES "trigger_links"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_clicks" ADD CONSTRAINT "link_clicks_agency_id_contact_id_fkey" FOREIGN KEY ("agency_id", "contact_id") REFERENCES "contacts"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflows" ADD CONSTRAINT "workflows_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_runs" ADD CONSTRAINT "workflow_runs_agency_id_workflow_id_fkey" FOREIGN KEY ("agency_id", "workflow_id") REFERENCES "workflows"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_runs" ADD CONSTRAINT "workflow_runs_agency_id_contact_id_fkey" FOREIGN KEY ("agency_id", "contact_id") REFERENCES "contacts"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_run_steps" ADD CONSTRAINT "workflow_run_steps_agency_id_run_id_fkey" FOREIGN KEY ("agency_id", "run_id") REFERENCES "workflow_runs"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_calls" ADD CONSTRAINT "idempotent_calls_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Walls ------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['contacts', 'custom_fields', 'forms', 'form_submissions', 'trigger_links',
    'link_clicks', 'workflows', 'workflow_runs', 'workflow_run_steps', 'idempotent_calls']
  LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', tenant_table);
    EXECUTE format('CREATE POLICY engine ON %I TO latchkey_engine USING (true) WITH CHECK (true)', tenant_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO latchkey_app', tenant_table);
  END LOOP;
END $$;

GRANT SELECT ON forms, trigger_links TO latchkey_engine;
GRANT SELECT, DELETE ON idempotent_calls TO latchkey_engine;

-- Across agencies --------------------------------------------------------------------------------------------------

-- Where a form is kept, for visitors, who know its id alone. Nothing when the place is suspended or gone.
CREATE FUNCTION latchkey_find_form(of_form uuid) RETURNS TABLE (agency_id uuid, location_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.agency_id, f.location_id FROM forms f
  JOIN locations l ON l.agency_id = f.agency_id AND l.id = f.location_id
  JOIN agencies a ON a.id = f.agency_id
  WHERE f.id = of_form AND l.deleted_at IS NULL AND l.suspended_at IS NULL
    AND a.deleted_at IS NULL AND a.suspended_at IS NULL
$$;

-- Where a trigger link is kept, for those who follow it.
CREATE FUNCTION latchkey_find_link(of_slug text) RETURNS TABLE (agency_id uuid, location_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.agency_id, t.location_id, t.id FROM trigger_links t
  JOIN locations l ON l.agency_id = t.agency_id AND l.id = t.location_id
  JOIN agencies a ON a.id = t.agency_id
  WHERE t.slug = of_slug AND l.deleted_at IS NULL AND l.suspended_at IS NULL
    AND a.deleted_at IS NULL AND a.suspended_at IS NULL
$$;

-- Forgets answers that are older than a moment; returns how many.
CREATE FUNCTION latchkey_forget_calls(before timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM idempotent_calls c WHERE c.created_at < before RETURNING 1) SELECT count(*) FROM gone
$$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
DO $$
DECLARE
  engine_function regprocedure;
BEGIN
  FOREACH engine_function IN ARRAY ARRAY['latchkey_find_form(uuid)', 'latchkey_find_link(text)',
    'latchkey_forget_calls(timestamptz)']::regprocedure[]
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO latchkey_engine', engine_function);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', engine_function);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO latchkey_app', engine_function);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
