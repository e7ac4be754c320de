import Link from "next/link";
import { buttonStyle } from "#components/ui/button.tsx";
import type { Message } from "./message-page.tsx";

/** One answer for what does not exist and for what is not yours: it must not tell them apart. */
export const NothingHere = ({ frame: Frame }: { frame: typeof Message }) => (
	<Frame
		code="404"
		title="There is nothing here"
		text="The page does not exist, or it is not yours to see. Check the address, or go back to your keys."
	>
		<Link href="/" className={buttonStyle({ look: "primary" })}>
			Go to API keys
		</Link>
	</Frame>
);
