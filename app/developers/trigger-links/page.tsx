import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { TRIGGER_LINKS } from "./guide.ts";

export const metadata: Metadata = { title: TRIGGER_LINKS.title };

export default function TriggerLinksPage() {
	return <GuidePage guide={TRIGGER_LINKS} />;
}
