import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "#components/shell/message-page.tsx";
import { buttonStyle } from "#components/ui/button.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
	return (
		<MessagePage
			code="404"
			title="There is nothing here"
			text="The page does not exist, or it is not yours to see. Check the address, or go back to your keys."
		>
			<Link href="/" className={buttonStyle({ look: "primary" })}>
				Go to API keys
			</Link>
		</MessagePage>
	);
}
