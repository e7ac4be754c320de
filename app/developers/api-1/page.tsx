import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { API_1 } from "./guide.ts";

export const metadata: Metadata = { title: API_1.title };

export default function Api1Page() {
	return <GuidePage guide={API_1} />;
}
