import Link from "next/link";
import { Message } from "#components/shell/message-page.tsx";
import { buttonStyle } from "#components/ui/button.tsx";

/** One answer for what does not exist and for what is not yours: it must not tell them apart. */
export default function NotFound() {
	return (
		<Message
			code="404"
			title="There is nothing here"
			text="The page does not exist, or it is not yours to see. Check the address, or go back to your keys."
		>
			<Link href="/" className={buttonStyle({ look: "primary" })}>
				Go to API keys
			</Link>
		</Message>
	);
}
