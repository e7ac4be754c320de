import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { API_2 } from "./guide.ts";

export const metadata: Metadata = { title: API_2.title };

export default function Api2Page() {
	return <GuidePage guide={API_2} />;
}
