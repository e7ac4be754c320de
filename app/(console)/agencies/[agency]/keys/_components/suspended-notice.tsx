import { textsOf } from "#components/texts/texts-of.ts";
import { Notice } from "#components/ui/notice.tsx";

/** Stands over the keys of a location that is suspended. */
export async function SuspendedNotice() {
	const t = await textsOf("keyPages");
	return (
		<Notice look="warn" className="mb-4 max-sm:mx-4">
			{t("list.suspended")}
		</Notice>
	);
}
