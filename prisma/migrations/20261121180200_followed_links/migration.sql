-- Where a trigger link leads, whosever it is; counts the click and logs it in the same statement. Nothing when the place
-- is suspended or gone. A contact of another location is nobody.
CREATE FUNCTION latchkey_follow_link(of_slug text, by_contact uuid, click uuid, from_address text, by_client text,
  at timestamptz, counts boolean)
RETURNS TABLE (agency_id uuid, location_id uuid, link_id uuid, contact_id uuid, redirect_to text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH link AS MATERIALIZED (
    SELECT t.agency_id, t.location_id, t.id, t.redirect_to, c.id AS contact_id FROM trigger_links t
    JOIN locations l ON l.agency_id = t.agency_id AND l.id = t.location_id
    JOIN agencies a ON a.id = t.agency_id
    LEFT JOIN contacts c ON c.agency_id = t.agency_id AND c.location_id = t.location_id AND c.id = by_contact
    WHERE t.slug = of_slug AND l.deleted_at IS NULL AND l.suspended_at IS NULL
      AND a.deleted_at IS NULL AND a.suspended_at IS NULL
  ), counted AS (
    UPDATE trigger_links t SET clicks = t.clicks + 1 FROM link
    WHERE counts AND t.agency_id = link.agency_id AND t.id = link.id
    RETURNING t.agency_id, t.id
  ), logged AS (
    INSERT INTO link_clicks (agency_id, id, link_id, contact_id, address, client, clicked_at)
    SELECT link.agency_id, click, link.id, link.contact_id, from_address, by_client, at
    FROM link JOIN counted USING (agency_id, id)
  )
  SELECT link.agency_id, link.location_id, link.id, link.contact_id, link.redirect_to FROM link
$$;

DROP FUNCTION latchkey_find_link(text);

GRANT SELECT ON contacts, link_clicks TO latchkey_engine;
GRANT UPDATE (clicks) ON trigger_links TO latchkey_engine;
GRANT INSERT ON link_clicks TO latchkey_engine;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_follow_link(text, uuid, uuid, text, text, timestamptz, boolean) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_follow_link(text, uuid, uuid, text, text, timestamptz, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_follow_link(text, uuid, uuid, text, text, timestamptz, boolean) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
