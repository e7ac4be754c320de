import { textsOf } from "#components/texts/texts-of.ts";
import type { KeyPlace } from "../actions.ts";
import { KeepAliveButton } from "./keep-alive-button.tsx";

type KeepAliveProps = { place: KeyPlace; keyId: string; title: string };

/** The button that makes a key count as used now, with its words from the server. */
export async function KeepAlive({ place, keyId, title }: KeepAliveProps) {
	const t = await textsOf("keyPages");
	const hidden = (words: React.ReactNode) => <span className="sr-only">{words}</span>;
	return (
		<KeepAliveButton place={place} keyId={keyId}>
			{t.rich("keepAlive", { title, hidden })}
		</KeepAliveButton>
	);
}
