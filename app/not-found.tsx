import type { Metadata } from "next";
import { MessagePage } from "#components/shell/message-page.tsx";
import { NothingHere } from "#components/shell/nothing-here.tsx";
import { textsOf } from "#components/texts/texts-of.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("shell");
	return { title: t("notFound.page") };
}

export default function NotFound() {
	return <NothingHere frame={MessagePage} />;
}
