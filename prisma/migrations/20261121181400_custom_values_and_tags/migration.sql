-- CreateTable
CREATE TABLE "location_values" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "field_key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "location_values_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "tags" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "location_values_agency_id_location_id_field_key_key" ON "location_values"("agency_id", "location_id", "field_key");

-- CreateIndex
CREATE UNIQUE INDEX "tags_agency_id_location_id_name_key" ON "tags"("agency_id", "location_id", "name");

-- AddForeignKey
ALTER TABLE "location_values" ADD CONSTRAINT "location_values_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Walls ------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['location_values', 'tags'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I TO latchkey_app USING (agency_id = latchkey_agency())
      WITH CHECK (agency_id = latchkey_agency())', tenant_table);
    EXECUTE format('CREATE POLICY engine ON %I TO latchkey_engine USING (true) WITH CHECK (true)', tenant_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO latchkey_app', tenant_table);
  END LOOP;
END $$;

-- Tags -------------------------------------------------------------------------------------------------------------

INSERT INTO tags (agency_id, location_id, id, name, created_at)
SELECT c.agency_id, c.location_id, gen_random_uuid(), t.name, min(c.created_at)
FROM contacts c, unnest(c.tags) AS t (name) GROUP BY c.agency_id, c.location_id, t.name;

-- Whatever gives a contact a tag makes its location know the tag, so that no way of tagging can forget to. The rows of the
-- new tags are held: who renames or deletes one waits, and then finds the contact. Those that the contact had are not, since
-- who renames them waits for the contact. In the order of names, so that two do not wait in a circle.
CREATE FUNCTION latchkey_know_tags() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  added text[];
  held int;
BEGIN
  SELECT coalesce(array_agg(DISTINCT t.name ORDER BY t.name), '{}') INTO added FROM unnest(NEW.tags) AS t (name)
  WHERE TG_OP = 'INSERT' OR NOT t.name = ANY (OLD.tags);
  -- A tag that was there may have got another name by the time at which it could be held.
  LOOP
    INSERT INTO tags (agency_id, location_id, id, name, created_at)
    SELECT NEW.agency_id, NEW.location_id, gen_random_uuid(), t.name, NEW.updated_at
    FROM unnest(added) WITH ORDINALITY AS t (name, place) ORDER BY t.place
    ON CONFLICT (agency_id, location_id, name) DO NOTHING;
    PERFORM FROM tags t WHERE t.agency_id = NEW.agency_id AND t.location_id = NEW.location_id AND t.name = ANY (added)
    ORDER BY t.name FOR KEY SHARE;
    GET DIAGNOSTICS held = ROW_COUNT;
    EXIT WHEN held = cardinality(added);
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER know_tags_of_new AFTER INSERT ON contacts
  FOR EACH ROW WHEN (cardinality(NEW.tags) > 0) EXECUTE FUNCTION latchkey_know_tags();
CREATE TRIGGER know_tags AFTER UPDATE OF tags ON contacts
  FOR EACH ROW WHEN (NEW.tags IS DISTINCT FROM OLD.tags AND cardinality(NEW.tags) > 0)
  EXECUTE FUNCTION latchkey_know_tags();
