import { TEST_EVENT, WEBHOOK_EVENTS } from "./webhook-events.ts";

export const DELIVERY_STATES = ["pending", "delivered", "parked"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Events that a log can be narrowed to. */
export const LOGGED_EVENTS = [...WEBHOOK_EVENTS, TEST_EVENT] as const;
export type LoggedEvent = (typeof LOGGED_EVENTS)[number];
