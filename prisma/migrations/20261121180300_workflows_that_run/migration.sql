-- AlterTable
ALTER TABLE "workflows" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "workflow_runs" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "depth" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lease" UUID;

-- What is due, and what waits, without what is over.
CREATE INDEX workflow_runs_waiting ON workflow_runs (next_at) WHERE state = 'RUNNING';

GRANT SELECT ON workflow_runs TO latchkey_engine;

-- The runs whose next step is due. Those of a place that is suspended wait until it is resumed.
CREATE FUNCTION latchkey_due_runs(moment timestamptz, at_most int) RETURNS TABLE (agency_id uuid, run_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.agency_id, r.id FROM workflow_runs r
  JOIN locations l ON l.agency_id = r.agency_id AND l.id = r.location_id
  JOIN agencies a ON a.id = r.agency_id
  WHERE r.state = 'RUNNING' AND r.next_at <= moment AND l.deleted_at IS NULL AND l.suspended_at IS NULL
    AND a.deleted_at IS NULL AND a.suspended_at IS NULL
  ORDER BY r.next_at LIMIT at_most
$$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_due_runs(timestamptz, int) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_due_runs(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_due_runs(timestamptz, int) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
