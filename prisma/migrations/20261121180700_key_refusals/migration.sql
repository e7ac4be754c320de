-- CreateTable
CREATE TABLE "key_refusals" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "request_id" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "rule" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "address" TEXT,
    "client" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_refusals_pkey" PRIMARY KEY ("agency_id","key_id","request_id")
);

-- CreateIndex
CREATE INDEX "key_refusals_agency_id_key_id_at_idx" ON "key_refusals"("agency_id", "key_id", "at" DESC);

-- CreateIndex
CREATE INDEX "key_refusals_agency_id_request_id_idx" ON "key_refusals"("agency_id", "request_id");

-- CreateIndex
CREATE INDEX "key_refusals_at_idx" ON "key_refusals"("at");

-- AddForeignKey
ALTER TABLE "key_refusals" ADD CONSTRAINT "key_refusals_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

REVOKE ALL ON key_refusals FROM PUBLIC;
ALTER TABLE key_refusals ENABLE ROW LEVEL SECURITY;
ALTER TABLE key_refusals FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON key_refusals TO latchkey_app USING (agency_id = latchkey_agency())
  WITH CHECK (agency_id = latchkey_agency());
CREATE POLICY engine ON key_refusals TO latchkey_engine USING (true) WITH CHECK (true);
GRANT SELECT ON key_refusals TO latchkey_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON key_refusals TO latchkey_engine;

-- Writes refusals, each once however often it is sent, and keeps so many of each key. Rows that another process holds are
-- left to it, so that two never wait for each other.
CREATE FUNCTION latchkey_record_refusals(refusals jsonb, kept int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO key_refusals (agency_id, key_id, request_id, verdict, rule, about, address, client, at)
  SELECT n.agency_id, n.key_id, n.request_id, n.verdict::"Verdict", n.rule, n.about, n.address, n.client, n.at
  FROM jsonb_to_recordset(refusals) AS n (agency_id uuid, key_id uuid, request_id text, verdict text, rule text,
    about text, address text, client text, at timestamptz)
  JOIN api_keys k ON k.agency_id = n.agency_id AND k.id = n.key_id
  ORDER BY 1, 2, 3
  ON CONFLICT DO NOTHING;

  DELETE FROM key_refusals r USING (
    SELECT o.agency_id, o.key_id, o.request_id
    FROM (
      SELECT DISTINCT d.agency_id, d.key_id
      FROM jsonb_to_recordset(refusals) AS d (agency_id uuid, key_id uuid)
    ) n
    CROSS JOIN LATERAL (
      SELECT i.agency_id, i.key_id, i.request_id FROM key_refusals i
      WHERE i.agency_id = n.agency_id AND i.key_id = n.key_id
      ORDER BY i.at DESC OFFSET kept FOR UPDATE SKIP LOCKED
    ) o
  ) old WHERE r.agency_id = old.agency_id AND r.key_id = old.key_id AND r.request_id = old.request_id;
END $$;

-- Forgets up to so many refusals from before a moment, and says how many there were.
CREATE FUNCTION latchkey_forget_refusals(before timestamptz, at_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  forgotten int;
BEGIN
  DELETE FROM key_refusals r USING (
    SELECT agency_id, key_id, request_id FROM key_refusals WHERE at < before LIMIT at_most FOR UPDATE SKIP LOCKED
  ) old WHERE r.agency_id = old.agency_id AND r.key_id = old.key_id AND r.request_id = old.request_id;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END $$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_record_refusals(jsonb, int) OWNER TO latchkey_engine;
ALTER FUNCTION latchkey_forget_refusals(timestamptz, int) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_record_refusals(jsonb, int) FROM PUBLIC;
REVOKE ALL ON FUNCTION latchkey_forget_refusals(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_record_refusals(jsonb, int) TO latchkey_app;
GRANT EXECUTE ON FUNCTION latchkey_forget_refusals(timestamptz, int) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
