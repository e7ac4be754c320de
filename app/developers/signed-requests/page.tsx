import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { SIGNED_REQUESTS } from "./guide.ts";

export const metadata: Metadata = { title: SIGNED_REQUESTS.title };

export default function SignedRequestsPage() {
	return <GuidePage guide={SIGNED_REQUESTS} />;
}
