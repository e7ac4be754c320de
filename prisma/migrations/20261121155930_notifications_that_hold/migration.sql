-- People read what they were told from outside of the agencies: what has become of a key since, they cannot see there.

-- Whether the key was used after a moment.
CREATE FUNCTION latchkey_key_used_since(of_agency uuid, of_key uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM key_last_uses u
    WHERE u.agency_id = of_agency AND u.key_id = of_key AND u.last_used_at > moment)
$$;

-- Whether the key lies in the trash.
CREATE FUNCTION latchkey_key_in_trash(of_agency uuid, of_key uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM api_keys k
    WHERE k.agency_id = of_agency AND k.id = of_key AND k.deleted_at IS NOT NULL)
$$;

GRANT CREATE ON SCHEMA public TO latchkey_engine;
ALTER FUNCTION latchkey_key_used_since(uuid, uuid, timestamptz) OWNER TO latchkey_engine;
ALTER FUNCTION latchkey_key_in_trash(uuid, uuid) OWNER TO latchkey_engine;
REVOKE ALL ON FUNCTION latchkey_key_used_since(uuid, uuid, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION latchkey_key_in_trash(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latchkey_key_used_since(uuid, uuid, timestamptz) TO latchkey_app;
GRANT EXECUTE ON FUNCTION latchkey_key_in_trash(uuid, uuid) TO latchkey_app;
REVOKE CREATE ON SCHEMA public FROM latchkey_engine;
