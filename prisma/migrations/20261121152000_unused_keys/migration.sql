-- Few keys have a period of their own, or ask for rotation; the sweeps find them without reading the rest.
CREATE INDEX api_keys_own_period ON api_keys (agency_id, idle_from)
  WHERE deleted_at IS NULL AND revoked_at IS NULL AND inactivity_days IS NOT NULL;
CREATE INDEX api_keys_by_rotation ON api_keys (agency_id, secret_since)
  WHERE deleted_at IS NULL AND revoked_at IS NULL AND rotate_every_days IS NOT NULL;

-- What the inactivity rule took, for finding uses that were written after it.
CREATE INDEX api_keys_deleted_unused ON api_keys (agency_id, id) WHERE deleted_because = 'INACTIVITY';
