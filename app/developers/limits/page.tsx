import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { LIMITS } from "./guide.ts";

export const metadata: Metadata = { title: LIMITS.title };

export default function LimitsPage() {
	return <GuidePage guide={LIMITS} />;
}
