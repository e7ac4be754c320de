import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { WEBHOOKS } from "./guide.ts";

export const metadata: Metadata = { title: WEBHOOKS.title };

export default function WebhooksPage() {
	return <GuidePage guide={WEBHOOKS} />;
}
