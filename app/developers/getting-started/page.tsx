import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { GETTING_STARTED } from "./guide.ts";

export const metadata: Metadata = { title: GETTING_STARTED.title };

export default function GettingStartedPage() {
	return <GuidePage guide={GETTING_STARTED} />;
}
