-- AlterTable
ALTER TABLE "workflow_runs" ADD COLUMN     "first_run_id" UUID;

-- What is due of one agency, and what is over.
CREATE INDEX workflow_runs_waiting_of_agency ON workflow_runs (agency_id, next_at) WHERE state = 'RUNNING';
CREATE INDEX workflow_runs_over ON workflow_runs (agency_id, ended_at) WHERE ended_at IS NOT NULL;

-- The runs whose next step is due, the first of each agency before the second of any. Those of a place that is suspended
-- wait until it is resumed.
DROP FUNCTION latchkey_due_runs(timestamptz, int);
CREATE FUNCTION latchkey_due_runs(moment timestamptz, at_most int) RETURNS TABLE (agency_id uuid, run_id uuid, place int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT due.agency_id, due.id, due.place::int FROM (
    SELECT r.agency_id, r.id, r.next_at, row_number() OVER (PARTITION BY r.agency_id ORDER BY r.next_at) AS place
    FROM workflow_runs r
    JOIN locations l ON l.agency_id = r.agency_id AND l.id = r.location_id
    JOIN agencies a ON a.id = r.agency_id
    WHERE r.state = 'RUNNING' AND r.next_at <= moment AND l.deleted_at IS NULL AND l.suspended_at IS NULL
      AND a.deleted_at IS NULL AND a.suspended_at IS NULL
  ) due
  ORDER BY due.place, due.next_at LIMIT at_most
$$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_due_runs(timestamptz, int) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_due_runs(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_due_runs(timestamptz, int) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
