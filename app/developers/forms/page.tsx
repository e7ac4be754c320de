import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { FORMS } from "./guide.ts";

export const metadata: Metadata = { title: FORMS.title };

export default function FormsPage() {
	return <GuidePage guide={FORMS} />;
}
