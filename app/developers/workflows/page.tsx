import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { WORKFLOWS } from "./guide.ts";

export const metadata: Metadata = { title: WORKFLOWS.title };

export default function WorkflowsPage() {
	return <GuidePage guide={WORKFLOWS} />;
}
