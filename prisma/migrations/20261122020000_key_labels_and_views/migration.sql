-- CreateTable
CREATE TABLE "key_labels" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "folded" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "at_location" BOOLEAN NOT NULL,
    "location_id" UUID,

    CONSTRAINT "key_labels_pkey" PRIMARY KEY ("agency_id","key_id","folded")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "location_id" UUID,
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "key_labels_agency_id_at_location_folded_key_id_idx" ON "key_labels"("agency_id", "at_location", "folded", "key_id");

-- AddForeignKey
ALTER TABLE "key_labels" ADD CONSTRAINT "key_labels_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Labels -----------------------------------------------------------------------------------------------------------

ALTER TABLE key_labels
  ADD CONSTRAINT key_labels_place CHECK (at_location = (location_id IS NOT NULL)),
  ADD CONSTRAINT key_labels_length CHECK (char_length(label) BETWEEN 1 AND 30);

CREATE INDEX key_labels_of_location ON key_labels (agency_id, location_id, folded, key_id) WHERE location_id IS NOT NULL;

-- Views ------------------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX saved_views_name ON saved_views (agency_id, user_id, location_id, name_folded) NULLS NOT DISTINCT;

-- Walls ------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['key_labels', 'saved_views'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY engine ON %I TO latchkey_engine USING (true) WITH CHECK (true)', tenant_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO latchkey_app', tenant_table);
  END LOOP;
END $$;

CREATE POLICY tenant ON key_labels TO latchkey_app USING (agency_id = latchkey_agency())
  WITH CHECK (agency_id = latchkey_agency());

-- A view is for the person who saved it, and for nobody else.
CREATE POLICY own_views ON saved_views TO latchkey_app
  USING (agency_id = latchkey_agency() AND user_id = latchkey_person())
  WITH CHECK (agency_id = latchkey_agency() AND user_id = latchkey_person());
