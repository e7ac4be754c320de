import type { Metadata } from "next";
import { GuidePage } from "../_components/guide-page.tsx";
import { MOVING_FROM_1_TO_2 } from "./guide.ts";

export const metadata: Metadata = { title: MOVING_FROM_1_TO_2.title };

export default function MovingFrom1To2Page() {
	return <GuidePage guide={MOVING_FROM_1_TO_2} />;
}
