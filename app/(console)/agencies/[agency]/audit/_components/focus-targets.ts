export const AUDIT_HEADING_ID = "audit-heading";
