import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { BEST_PRACTICES } from "./guide.ts";

export const metadata: Metadata = { title: BEST_PRACTICES.title };

export default function BestPracticesPage() {
	return <GuidePage guide={BEST_PRACTICES} />;
}
