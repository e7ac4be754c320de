-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "maker_key_id" UUID;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_agency_id_maker_key_id_fkey" FOREIGN KEY ("agency_id", "maker_key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say --------------------------------------------------------------------------------

ALTER TABLE api_keys ADD CONSTRAINT api_keys_maker CHECK (maker_key_id IS NULL OR level = 'LOCATION');

-- What ends with a key, and how many a location has of it.
CREATE INDEX api_keys_by_maker ON api_keys (agency_id, maker_key_id, location_id) WHERE maker_key_id IS NOT NULL;

-- Deletes a location token for good; false when there is none such. Other keys go by way of the trash.
CREATE FUNCTION latchkey_purge_token(of_agency uuid, of_key uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM api_keys k WHERE k.agency_id = of_agency AND k.id = of_key AND k.maker_key_id IS NOT NULL;
  RETURN FOUND;
END $$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_purge_token(uuid, uuid) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_purge_token(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_purge_token(uuid, uuid) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
