import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { AUTHENTICATION } from "./guide.ts";

export const metadata: Metadata = { title: AUTHENTICATION.title };

export default function AuthenticationPage() {
	return <GuidePage guide={AUTHENTICATION} />;
}
