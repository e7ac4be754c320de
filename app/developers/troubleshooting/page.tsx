import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { TROUBLESHOOTING } from "./guide.ts";

export const metadata: Metadata = { title: TROUBLESHOOTING.title };

export default function TroubleshootingPage() {
	return <GuidePage guide={TROUBLESHOOTING} />;
}
