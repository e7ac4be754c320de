import type { Metadata } from "next";
import { MessagePage } from "#components/shell/message-page.tsx";
import { NothingHere } from "#components/shell/nothing-here.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
	return <NothingHere frame={MessagePage} />;
}
