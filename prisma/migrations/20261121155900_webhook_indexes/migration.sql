-- What is due at an endpoint, in the order in which it became so, whatever else the endpoint has had.
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (agency_id, endpoint_id, next_at, seq) WHERE state = 'PENDING';
-- What is on its way.
CREATE INDEX webhook_deliveries_leased ON webhook_deliveries (agency_id, lease_ends_at) WHERE lease IS NOT NULL;
-- The deliveries of an event, which go with it.
CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (agency_id, event_id);
