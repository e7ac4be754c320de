-- CreateTable
CREATE TABLE "key_reviews" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_by_name" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_by_id" UUID NOT NULL,
    "finished_by_name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "keys_looked_at" INTEGER NOT NULL,
    "keys_changed" INTEGER NOT NULL,
    "counts_before" JSONB NOT NULL,
    "counts_after" JSONB NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "key_reviews_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "key_review_items" (
    "agency_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "fields" TEXT[],
    "actor_name" TEXT NOT NULL,

    CONSTRAINT "key_review_items_pkey" PRIMARY KEY ("agency_id","review_id","seq")
);

-- CreateIndex
CREATE INDEX "key_reviews_agency_id_location_id_finished_at_id_idx" ON "key_reviews"("agency_id", "location_id", "finished_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "key_reviews" ADD CONSTRAINT "key_reviews_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_reviews" ADD CONSTRAINT "key_reviews_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_review_items" ADD CONSTRAINT "key_review_items_agency_id_review_id_fkey" FOREIGN KEY ("agency_id", "review_id") REFERENCES "key_reviews"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever reads a record later has to be able to trust that it is as it was written.
CREATE FUNCTION latchkey_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE
  record_table text;
BEGIN
  FOREACH record_table IN ARRAY ARRAY['key_reviews', 'key_review_items']
  LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', record_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', record_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', record_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', record_table);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO latchkey_app', record_table);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION latchkey_refuse_rewriting()', record_table);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION latchkey_refuse_rewriting()', record_table);
  END LOOP;
END $$;
