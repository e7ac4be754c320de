import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import type { Message } from "./message-page.tsx";

/** One answer for what does not exist and for what is not yours: it must not tell them apart. */
export async function NothingHere({ frame: Frame }: { frame: typeof Message }) {
	const t = await textsOf("shell");
	return (
		<Frame code="404" title={t("notFound.title")} text={t("notFound.text")}>
			<Link href="/" className={buttonStyle({ look: "primary" })}>
				{t("notFound.toKeys")}
			</Link>
		</Frame>
	);
}
