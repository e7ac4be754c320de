import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { VERIFYING_KEYS } from "./guide.ts";

export const metadata: Metadata = { title: VERIFYING_KEYS.title };

export default function VerifyingKeysPage() {
	return <GuidePage guide={VERIFYING_KEYS} />;
}
