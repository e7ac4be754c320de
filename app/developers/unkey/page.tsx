import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { UNKEY } from "./guide.ts";

export const metadata: Metadata = { title: UNKEY.title };

export default function UnkeyPage() {
	return <GuidePage guide={UNKEY} />;
}
